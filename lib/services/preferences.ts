import { calendarOf } from '@/lib/domain/calendar/from-settings';
import { laidOver, withParts } from '@/lib/domain/own-settings';
import { failed, ok } from '@/lib/domain/result';
import { COMPANY_PARTS, type CalendarSettings, type CompanyPart } from '@/lib/domain/settings';
import type { Answer } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import { ensureMe } from './identity';
import { inOrder } from './in-order';
import { isSetUp } from './reconcile';
import { keepOwn, languageOf, settingsFiles } from './settings';
import type { World } from './world';

export async function readSettings(world: World): Answer<Output<'settings.read'>> {
  const files = await settingsFiles(world);
  const me = await world.store.people.me();
  return ok({
    file: files.file,
    company: companyOf(files),
    setUp: await isSetUp(world),
    me: me?.name ?? null,
    language: languageOf(files.file, world),
    revision: await world.store.revision(),
  });
}

/** Sets some parts and leaves the others; two that come at once are both kept. */
export function saveSettings(world: World, parts: Parsed<'settings.save'>): Answer<Output<'settings.save'>> {
  return inOrder('settings', async () => {
    const { company, own } = await settingsFiles(world);
    const next = withParts(company.data ?? null, own, parts);
    const { calendar } = laidOver(company.data ?? null, next);
    if (parts.calendar && calendar && !isWorkable(calendar))
      return failed('bad-input', 'calendar: hours end before they begin');
    await keepOwn(world, next);
    const me = await ensureMe(world);
    if (parts.me && parts.me.name !== me.name) await world.store.people.put({ ...me, name: parts.me.name });
    return ok({ done: true });
  });
}

/** Which parts are the company's: set in its file, not left to a default, and not changed by the user. */
function companyOf({
  company,
  deployed,
  own,
}: Awaited<ReturnType<typeof settingsFiles>>): Output<'settings.read'>['company'] {
  if (deployed === null || deployed === undefined) return { state: 'none' };
  if (!company.success) {
    const [issue] = company.error.issues;
    return { state: 'broken', where: issue?.path.join('.') ?? '', why: issue?.message ?? '' };
  }
  const set = { ...(deployed as object), ...(deployed as { calendar?: object }).calendar };
  const changed = { ...own, ...own.calendar };
  const parts = COMPANY_PARTS.filter((part: CompanyPart) => part in set && !(part in changed));
  return { state: 'holds', dated: company.data.dated ?? null, parts };
}

/** Can a calendar be made of it? Hours that end before they begin cannot be paced by. */
function isWorkable(calendar: CalendarSettings): boolean {
  try {
    return calendarOf(calendar) !== null;
  } catch {
    return false;
  }
}
