import { calendarOf } from '@/lib/domain/calendar/from-settings';
import { holidayTableSchema } from '@/lib/domain/calendar/holiday-table';
import { resolveHolidays } from '@/lib/domain/calendar/holidays';
import { periodOf, type Period } from '@/lib/domain/calendar/periods';
import type { Working } from '@/lib/domain/calendar/weights';
import type { PeriodKind } from '@/lib/domain/goal';
import { calendarSettingsSchema } from '@/lib/domain/settings';
import { dayOf, type Day } from '@/lib/domain/time';
import { ensureMe } from './identity';
import { rules, type Rules } from './settings';
import type { World } from './world';

/** What everything in one answer shares, read once. */
export interface Desk {
  readonly world: World;
  readonly rules: Rules;
  readonly working: Working;
  readonly now: number;
  readonly today: Day;
  readonly me: Awaited<ReturnType<typeof ensureMe>>;
  readonly firstDay: Day | null;
}

export async function desk(world: World): Promise<Desk> {
  const inForce = await rules(world);
  const now = world.clock.now();
  const me = await ensureMe(world);
  const working = await workingOf(world, inForce);
  const firstDay = await world.store.log.firstDay(me.id);
  return { world, rules: inForce, working, now, today: dayOf(now, inForce.zone), me, firstDay };
}

const calendars = new WeakMap<World, { readonly from: string; readonly working: Promise<Working> }>();

/** The calendar is the same until its settings change; every view and every log asks for it. */
function workingOf(world: World, { settings, zone }: Rules): Promise<Working> {
  const from = JSON.stringify([settings.calendar, zone]);
  const known = calendars.get(world);
  if (known?.from === from) return known.working;
  const working = makeWorking(world, settings.calendar, zone);
  calendars.set(world, { from, working });
  // What could not be read is asked for again.
  working.catch(() => calendars.delete(world));
  return working;
}

/** The rep's calendar. Before a country is chosen no holiday is assumed: none is invented. */
async function makeWorking(
  world: World,
  chosen: Rules['settings']['calendar'],
  zone: string,
): Promise<Working> {
  // ZZ is no country (ISO 3166 user-assigned): a week without public holidays.
  const { calendar, schedule } = calendarFrom(chosen, zone);
  if (!chosen)
    return { calendar: { ...calendar, holidaySets: [] }, holidays: resolveHolidays([], []), schedule };
  const table = holidayTableSchema.safeParse(await world.holidays(chosen.country));
  const holidays = resolveHolidays(
    calendar.holidaySets,
    table.success ? [table.data] : [],
    calendar.corrections,
  );
  return { calendar, holidays, schedule };
}

/** The period of a goal's kind: a quarter is the fiscal one of the calendar in force. */
export function periodFor(kind: PeriodKind, day: Day, { calendar }: Working): Period {
  return periodOf(kind === 'quarter' ? 'fiscal-quarter' : kind, day, calendar);
}

/** A calendar nobody can work by (a deployed file with hours that end before they begin) must not silence the panel. */
function calendarFrom(chosen: Rules['settings']['calendar'], zone: string): ReturnType<typeof calendarOf> {
  const plain = calendarSettingsSchema.parse({ country: 'ZZ', zone });
  try {
    return calendarOf(chosen ?? plain);
  } catch {
    return calendarOf(plain);
  }
}
