import type { EventOf, PrivateRow } from '../../lib/domain/events/kinds.ts';
import type { DeviceId, EventId, InstanceId, PersonId, RecordKey } from '../../lib/domain/ids.ts';
import { recordKey } from '../../lib/domain/ids.ts';
import { defaultOutcomes, meaningOf } from '../../lib/domain/outcome.ts';
import { addDays, type Day, localMoment } from '../../lib/domain/time.ts';

/** A rep's past for benches and big tests: the same seed gives the same log. */
export interface Seed {
  readonly count: number;
  /** The last day with events; they go back from here. */
  readonly until: Day;
  readonly perDay: number;
  readonly me: PersonId;
  readonly device: DeviceId;
  readonly instance: InstanceId;
  readonly zone: string;
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID with this time and this number as its chance part. */
export function ulidOf(at: number, number: number): string {
  const digits = (value: number, length: number) => {
    let text = '';
    for (let rest = value; text.length < length; rest = Math.floor(rest / 32))
      text = ALPHABET[rest % 32] + text;
    return text;
  };
  return digits(at, 10) + digits(number, 16);
}

/** A small generator of chance with a seed (xorshift, 32 bits): answers 0 ≤ n < below. */
function makeChance(seed: number): (below: number) => number {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** Logged calls, oldest first; 1 in 5 with a private row. Outcomes fall roughly as in a real day of dialling. */
export function* seedEvents(
  seed: Seed,
): Generator<{ readonly event: EventOf<'activity.logged'>; readonly private: PrivateRow | null }> {
  const chance = makeChance(20_260_715);
  const outcomes = defaultOutcomes('en');
  const days = Math.ceil(seed.count / seed.perDay);
  for (let number = 0; number < seed.count; number += 1) {
    const back = days - 1 - Math.floor(number / seed.perDay);
    const day = addDays(seed.until, -back);
    const at = Date.parse(`${day}T08:00:00Z`) + (number % seed.perDay) * 60_000 + chance(50_000);
    const moment = localMoment(at, seed.zone);
    const outcome = outcomes[chance(10) < 7 ? chance(2) : chance(outcomes.length)]!;
    const durationSec = chance(300);
    const record = leadOf(seed.instance, chance(2000));
    const id = ulidOf(at, number) as EventId;
    const event: EventOf<'activity.logged'> = {
      id,
      kind: 'activity.logged',
      v: 1,
      actor: seed.me,
      subject: seed.me,
      device: seed.device,
      seq: number + 1,
      at,
      recordedAt: at + 1000,
      zone: seed.zone,
      offset: moment.offset,
      day: moment.day,
      record,
      source: { via: 'panel' },
      body: {
        channel: 'call',
        direction: 'out',
        outcome: outcome.id,
        meaning: meaningOf(outcome, durationSec, 60),
        durationSec,
        prospect: record,
        next: null,
        // Resolved long ago: a bench of logging is not one of unanswered meetings.
        meetingAt: null,
        armedBy: 'key',
      },
    };
    const words = number % 5 === 0;
    yield {
      event,
      private: words
        ? {
            event: id,
            record,
            prospect: record,
            day: moment.day,
            text: `Note ${number}`,
            who: 'Seed',
            phone: '',
          }
        : null,
    };
  }
}

function leadOf(instance: InstanceId, number: number): RecordKey {
  return recordKey({ instance, api: 'Lead', remoteId: `00Q${String(number).padStart(12, '0')}` });
}

/** The same as a Touchline export, for the import that every user has: header first, one row a line. */
export function* seedLines(seed: Seed, schema: number): Generator<string> {
  yield JSON.stringify({ touchline: 'export', format: 1, app: 'touchline', schema, createdAt: 0 });
  for (const { event, private: words } of seedEvents(seed)) {
    yield JSON.stringify({ t: 'events', r: event });
    if (words) yield JSON.stringify({ t: 'privates', r: words });
  }
}
