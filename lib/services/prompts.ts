import { advise } from '@/lib/coaching/engine';
import type { RuleFacts } from '@/lib/coaching/facts';
import { isDayOff, workingDaysBetween } from '@/lib/domain/calendar/workdays';
import type { Deal } from '@/lib/domain/deal';
import type { EventOf, KnownEvent } from '@/lib/domain/events/kinds';
import type { RecordKey } from '@/lib/domain/ids';
import { zoneOfPhone } from '@/lib/domain/phone-zone';
import type { RecordSnapshot } from '@/lib/domain/record';
import { addDays, localMoment } from '@/lib/domain/time';
import type { Prompt } from '@/lib/rpc/view';
import type { Desk } from './desk';

/** The one idea for a record, or none: silence on days off, and for what the rep has answered already. */
export function promptFor(
  at: Desk,
  record: RecordKey,
  snapshot: RecordSnapshot | null,
  deal: Deal | null,
  events: readonly KnownEvent[],
  step: EventOf<'nextstep.set'> | null,
): Prompt | null {
  const object = snapshot?.object;
  if (!object) return null;
  const zone = zoneOfPhone(snapshot.fields.phone?.value ?? '') ?? at.rules.zone;
  const calls = events.filter((event) => event.kind === 'activity.logged');
  const facts: RuleFacts = {
    ...{ record, object, deal, snapshot, now: at.now, today: at.today, zone: at.rules.zone },
    activities: calls.map(({ at: when, day, body }) => ({
      ...{ at: when, day, hour: localMoment(when, zone).hour },
      ...{ channel: body.channel, direction: body.direction, outcome: body.outcome, meaning: body.meaning },
    })),
    nextStep: step?.body ?? null,
    watchedSince: at.firstDay,
    doNotCall: calls.some((event) => event.body.outcome === 'do-not-call'),
    workdaysSince: (day) =>
      day >= at.today
        ? 0
        : workingDaysBetween({ start: addDays(day, 1), end: addDays(at.today, 1) }, at.working),
  };
  const answers = events
    .filter((event) => event.kind === 'prompt.answered')
    .map(({ day, body }) => ({ rule: body.rule, answer: body.answer, day }));
  const advice = advise({ facts, answers, workday: !isDayOff(at.now, at.working) });
  return advice && { ...advice, with: { ...advice.with }, evidence: [...advice.evidence] };
}
