import { failed, ok } from '@/lib/domain/result';
import type { Envelope } from '@/lib/rpc/call';
import type { Handlers } from '@/lib/rpc/contract';
import { listActivities } from './activities';
import * as activity from './activity';
import { correctActivity, withdrawActivity } from './corrections';
import { compareDay } from './compare-day';
import * as crms from './crms';
import * as data from './data';
import * as drafts from './drafts';
import * as goals from './goals';
import { confirmIdentity } from './identity';
import { inOrder } from './in-order';
import { introduce } from './introduce';
import { loadDeals } from './load-deals';
import { resolveMeeting } from './meetings';
import * as notes from './notes';
import * as outbox from './outbox';
import { readSettings, saveSettings } from './preferences';
import * as progress from './progress';
import { mayTouchInstance } from './scope';
import * as tabs from './tabs';
import { panelView } from './view';
import type { World } from './world';

/** Every call of the contract, answered. Leave one out and this does not compile. */
export function handlersOf(world: World): Handlers {
  return guardFrames(world, {
    'content.hello': async (input, from) => {
      const answer = await inOrder(`tab:${from.tabId}`, () => tabs.hello(world, input, from));
      // A tab of that CRM is open now: what waited for one can go, as soon as the tab listens.
      world.wakeAt(world.clock.now() + 2000);
      return answer;
    },
    'content.observed': async (input, from) => {
      const answer = await inOrder(`tab:${from.tabId}`, () => tabs.observed(world, input, from));
      if (answer.ok) void introduce(world, input, from);
      return answer;
    },
    'content.dialled': (input, from) =>
      inOrder(`tab:${from.tabId}`, () => drafts.dialled(world, input, from)),
    'content.placed': (input, from) => tabs.placed(world, input, from),
    'panel.redeem': (input, from) => inOrder('tickets', () => tabs.redeem(world, input, from)),
    'panel.view': (input, from) => panelView(world, input, from),
    'identity.confirm': async (input, from) =>
      (await mayTouchInstance(world, from, input.instance))
        ? confirmIdentity(world, input)
        : failed('not-allowed', 'not the CRM of this tab'),
    'call.start': (input, from) => drafts.startCall(world, input, from),
    'call.stop': () => drafts.stopCall(world),
    'draft.save': (input, from) =>
      inOrder(`draft:${input.record}`, () => drafts.saveDraft(world, 'log', input, from)),
    'draft.drop': (input, from) =>
      inOrder(`draft:${input.record}`, () => drafts.dropDraft(world, input, from)),
    'activity.log': (input, from) => inOrder('log', () => activity.logActivity(world, input, from)),
    'activity.undo': (input, from) => inOrder('log', () => activity.undoActivity(world, input, from)),
    'activity.correct': (input) => inOrder('log', () => correctActivity(world, input)),
    'activity.withdraw': (input) => inOrder('log', () => withdrawActivity(world, input)),
    'activity.list': (input) => listActivities(world, input),
    'meeting.resolve': (input, from) => inOrder('log', () => resolveMeeting(world, input, from)),
    'nextstep.set': (input, from) => inOrder('log', () => notes.setNextStep(world, input, from)),
    'nextstep.close': (input, from) => inOrder('log', () => notes.closeNextStep(world, input, from)),
    'note.leave': (input, from) => notes.leaveNote(world, input, from),
    'note.draft': (input, from) =>
      inOrder(`draft:${input.record}`, () => drafts.saveDraft(world, 'note', input, from)),
    'note.mark': (input, from) => notes.markNote(world, input, from),
    'prompt.answer': (input, from) => notes.answerPrompt(world, input, from),
    'progress.read': () => progress.readProgress(world),
    'progress.chart': (input) => progress.chart(world, input),
    'progress.inputs': (input) => progress.inputs(world, input),
    'goal.list': async () => ok({ goals: [...(await world.store.goals.all())] }),
    'goal.save': (input, from) => inOrder('goals', () => goals.saveGoal(world, input, from)),
    'goal.archive': (input) => inOrder('goals', () => goals.archiveGoal(world, input)),
    'outbox.list': () => outbox.listOutbox(world),
    'outbox.act': (input, from) => outbox.actOnOutbox(world, input, from),
    'crm.list': () => crms.listCrms(world),
    'crm.add': (input) => crms.addCrm(world, input),
    'crm.remove': (input) => crms.removeCrm(world, input),
    'crm.loadDeals': (input, from) => loadDeals(world, input, from),
    'crm.compareDay': (input) => compareDay(world, input),
    'settings.read': () => readSettings(world),
    'settings.save': (input) => saveSettings(world, input),
    'data.summary': () => data.summary(world),
    'data.export': (input) => data.exportPage(world, input),
    'data.import': (input, from) => inOrder('import', () => data.importPiece(world, input, from)),
    'data.backedUp': () => data.backedUp(world),
    'data.erase': (input) => data.erase(world, input),
    'data.prospects': (input) => data.prospects(world, input),
  });
}

/** Framing proves nothing: a framed panel is refused everything until its ticket has been taken. */
function guardFrames(world: World, handlers: Handlers): Handlers {
  const guarded = Object.entries(handlers).map(([method, handle]) => [
    method,
    async (input: never, from: Envelope) => {
      const open =
        method === 'panel.redeem' || from.caller !== 'framed' || (await tabs.tabOf(world, from)) !== null;
      return open
        ? (handle as (input: never, from: Envelope) => unknown)(input, from)
        : failed('not-allowed', 'no ticket');
    },
  ]);
  return Object.fromEntries(guarded) as Handlers;
}
