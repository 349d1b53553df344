import type { EventOf } from '@/lib/domain/events/kinds';
import type { Instance } from '@/lib/domain/instance';
import { zoneOfPhone } from '@/lib/domain/phone-zone';
import type { RecordSnapshot } from '@/lib/domain/record';
import { failed, ok } from '@/lib/domain/result';
import { daysBetween } from '@/lib/domain/time';
import type { Answer, Envelope } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import type { PanelView, Progress } from '@/lib/rpc/view';
import { undoOf } from './activity';
import { draftOf } from './drafts';
import { identify, myRemoteIds } from './identity';
import { nameOf, notesOf, openStepOf } from './notes';
import { desk, type Desk } from './desk';
import { goalProgress } from './progress';
import { promptFor } from './prompts';
import { isSetUp } from './reconcile';
import { runningCall } from './running';
import { tabOf, tabState, type TabState } from './tabs';
import type { World } from './world';

/** Events of one record a view looks at. A record with more keeps its newest. */
const RECENT = 200;

/** Everything the panel shows at rest, in one answer. */
export async function panelView(
  world: World,
  input: Parsed<'panel.view'>,
  from: Envelope,
): Answer<Output<'panel.view'>> {
  const tabId = await tabOf(world, from, input.tabId);
  if (from.caller === 'framed' && tabId === null) return failed('not-allowed', 'no ticket');
  const at = await desk(world);
  const tab = tabId === null ? null : await tabState(world, tabId);
  const instance = tab
    ? ((await world.store.people.instances()).find(
        (one) => one.id === tab.instance && one.archivedAt === null,
      ) ?? null)
    : null;
  const view = await rest(at, tab, instance, from);
  if (!tab || !instance) return ok({ ...view, state: (await isSetUp(world)) ? 'not-a-crm' : 'not-set-up' });
  const links = await world.store.people.links(instance.id);
  const identity = identify(links, tab.signedIn);
  const { signedIn } = tab;
  const who = {
    instance,
    identity,
    signedIn: signedIn && { remoteId: signedIn.remoteId, name: signedIn.name },
  };
  const snapshot = tab.key ? await world.store.records.get(tab.key) : null;
  const state = stateOf(tab);
  if (!tab.key || state === 'watching') return ok({ ...view, ...who, state });
  // While the page still shows nothing of this record, nothing of it is shown as read either.
  const readable = state === 'ready' ? snapshot : null;
  const about =
    snapshot && (state !== 'waiting' || tab.seen)
      ? { key: tab.key, object: snapshot.object, name: snapshot.fields.name?.value ?? null }
      : null;
  // Somebody else sits at this CRM now: what is mine (progress, notes, drafts, meetings) is not for them.
  const strange =
    identity === 'somebody-else' || (identity === 'ask' && links.some((link) => link.person !== null));
  if (strange) {
    const record = { record: readable, readable: readableOf(readable) };
    const mine = { progress: [], running: null, draft: null, meetingsDue: [] };
    return ok({ ...view, ...who, state, ...record, ...mine });
  }
  const part = await recordPart(at, tab.key, { snapshot, readable }, instance, links, view);
  return ok({ ...view, ...who, state, about, ...part });
}

function stateOf(tab: TabState): PanelView['state'] {
  if (tab.state === 'no-record') return 'watching';
  return tab.state === 'read' ? 'ready' : tab.state === 'waiting' ? 'waiting' : 'cannot-read';
}

/** What does not depend on a record. */
async function rest(
  at: Desk,
  tab: TabState | null,
  instance: Instance | null,
  { caller }: Envelope,
): Promise<PanelView> {
  const { world, me, now, rules: inForce } = at;
  const { settings, language, zone } = inForce;
  // First: whoever compares by it must not take an older look at a draft for a newer one.
  const revision = await world.store.revision();
  const open = await world.store.outbox.open();
  // A framed panel speaks for the CRM of its tab only, also of a call that began in another one.
  const call = await runningCall(world);
  const running = call && (caller === 'page' || call.record.startsWith(`${instance?.id}/`)) ? call : null;
  const meetings = await world.store.log.meetingsDue(me.id, now);
  const appearance =
    settings.appearance === 'page' && tab ? (tab.dark ? 'dark' : 'light') : settings.appearance;
  return {
    ...{ state: 'not-a-crm', instance, identity: 'unknown', signedIn: null, record: null, about: null },
    mine: 'unknown',
    ...{
      readable: { read: 0, expected: 0, missing: [] },
      lastTouch: null,
      stageDays: null,
      closeMoved: null,
    },
    ...{
      nextStep: null,
      contactZone: null,
      withThis: null,
      prompt: null,
      notes: [],
      noteDraft: null,
      undo: null,
    },
    ...{
      doNotCall: false,
      outcomes: [...settings.outcomes],
      role: settings.role,
      language,
      appearance,
      zone,
      now,
    },
    progress: await goalProgress(at),
    running,
    draft: running && (await draftOf(world, 'log', running.record)),
    meetingsDue: await Promise.all(
      meetings.slice(0, 3).map(async (event) => ({
        activity: event.id,
        at: event.body.meetingAt ?? event.at,
        name: await nameOf(world, event.record),
      })),
    ),
    outbox: {
      waiting: open.filter((item) => item.state === 'queued' || item.state === 'sending').length,
      needsYou: open.filter((item) => item.state === 'needs-you').length,
    },
    revision,
  };
}

async function recordPart(
  at: Desk,
  key: NonNullable<TabState['key']>,
  /** What is known of the record, and what of it the page shows now. */
  { snapshot, readable }: Readonly<Record<'snapshot' | 'readable', RecordSnapshot | null>>,
  instance: Instance,
  links: Parameters<typeof myRemoteIds>[0],
  { progress, running, draft }: PanelView,
): Promise<Partial<PanelView>> {
  const { world, me, today } = at;
  const record = await world.store.records.resolve(key);
  const events = await world.store.log.ofRecord(record, RECENT);
  const deal = await world.store.deals.get(record);
  const changes = deal ? await world.store.deals.changes(record) : [];
  const step = openStepOf(events);
  const owner = snapshot?.fields.owner?.value?.remoteId ?? null;
  const mine = owner === null ? 'unknown' : myRemoteIds(links).includes(owner) ? 'mine' : 'other';
  const calls = events.filter((event) => event.kind === 'activity.logged');
  const undo = undoOf(events, at.now);
  const phone = snapshot?.fields.phone?.value ?? '';
  return {
    record: readable,
    mine,
    readable: readableOf(readable),
    lastTouch: lastTouch(calls),
    stageDays: deal?.status === 'open' && deal.stageSince ? daysBetween(deal.stageSince, today) : null,
    closeMoved: deal ? changes.filter((change) => change.field === 'closeDay').length : null,
    nextStep: step && {
      ...step.body,
      id: step.id,
      text: (await world.store.log.private(step.id))?.text ?? '',
    },
    contactZone: zoneOfPhone(phone),
    withThis: withThis(progress, readable, mine),
    prompt: mine === 'other' || instance.test ? null : promptFor(at, record, readable, deal, events, step),
    notes: await notesOf(world, events, me.id),
    draft: running ? draft : await draftOf(world, 'log', key),
    noteDraft: await draftOf(world, 'note', key),
    undo,
    doNotCall: calls.some((event) => event.body.outcome === 'do-not-call'),
  };
}

function readableOf(snapshot: RecordSnapshot | null): PanelView['readable'] {
  if (!snapshot) return { read: 0, expected: 0, missing: [] };
  const { expected, missing } = snapshot;
  return { read: expected.length - missing.length, expected: expected.length, missing };
}

function lastTouch(calls: readonly EventOf<'activity.logged'>[]): PanelView['lastTouch'] {
  const [last] = calls;
  if (!last) return null;
  const tries = calls.filter((event) => event.body.meaning.dial).length;
  return { at: last.at, channel: last.body.channel, outcome: last.body.outcome, tries };
}

/** The headline money goal as it would stand with this open deal won: only exact amounts in the same currency. */
function withThis(
  progress: readonly Progress[],
  snapshot: RecordSnapshot | null,
  mine: PanelView['mine'],
): PanelView['withThis'] {
  const goal = progress.find((one) => one.figure.metric === 'revenue-won' && one.pace?.target);
  const amount = snapshot?.fields.amount;
  if (!goal?.pace?.target || goal.figure.value === null || mine !== 'mine') return null;
  if (snapshot?.fields.stage?.value?.status !== 'open' || !amount?.value || amount.rounded) return null;
  if (amount.value.currency === null || amount.value.currency !== goal.figure.currency) return null;
  const value = goal.figure.value + amount.value.minor;
  return { value, target: goal.pace.target, unit: 'money', currency: goal.figure.currency };
}
