import { describe, expect, it } from 'vitest';
import type { RuleActivity, RuleFacts } from '@/lib/coaching/facts';
import { advise } from '@/lib/coaching/engine';
import type { Finding, Rule } from '@/lib/coaching/rule';
import { type Deal, dealSchema } from '@/lib/domain/deal';
import type { NextStep } from '@/lib/domain/events/kinds';
import { recordKeySchema } from '@/lib/domain/ids';
import type { Meaning } from '@/lib/domain/outcome';
import { type RawField, recordSnapshotSchema, type RecordSnapshot } from '@/lib/domain/record';
import { type Day, addDays, daysBetween, instantAt, weekdayOf } from '@/lib/domain/time';
import { normalise } from '@/lib/domain/reading/normalise';
import { instanceWith, rawWith } from '../domain/reading/support';

export const RECORD = recordKeySchema.parse('01HZX3Q8W3N5T7V9B1D3F5H7AA/Opportunity/006Dn00000DSAKKIA5');
export const ZONE = 'Europe/Berlin';
/** A Monday. */
export const TODAY = '2026-11-23' as Day;
export const at = (clock: string, day: Day = TODAY): number => instantAt(day, clock, ZONE);
export const ago = (days: number): Day => addDays(TODAY, -days);

const silent: Meaning = { dial: true, connect: false, conversation: false, booked: false, held: false };

export function deal(change: Partial<Deal> = {}): Deal {
  return dealSchema.parse({
    key: RECORD,
    instance: '01HZX3Q8W3N5T7V9B1D3F5H7AA',
    name: 'Northwind',
    account: null,
    owner: null,
    amount: null,
    stage: { id: 'Proposal', label: 'Proposal', status: 'open' },
    status: 'open',
    closeDay: '2026-12-18',
    createdDay: null,
    nextStep: null,
    stageSince: null,
    from: 'seen',
    seenAt: at('08:00'),
    present: true,
    ...change,
  });
}

/** A snapshot whose CRM keeps a next step; `shown` is what stands there, undefined: not on the page. */
export function snapshot(
  change: { nextStep?: RawField; probability?: string; expects?: boolean } = {},
): RecordSnapshot {
  const raw = rawWith(
    {
      name: { text: 'Northwind' },
      ...(change.nextStep ? { nextStep: change.nextStep } : {}),
      ...(change.probability ? { probability: { text: change.probability } } : {}),
    },
    { expected: change.expects === false ? ['name'] : ['name', 'nextStep'] },
  );
  return recordSnapshotSchema.parse(normalise(raw, { instance: instanceWith(), now: at('08:00') }));
}

export function tried(day: Day, clock: string, change: Partial<RuleActivity> = {}): RuleActivity {
  return {
    at: at(clock, day),
    day,
    channel: 'call',
    direction: 'out',
    outcome: 'no-answer',
    meaning: silent,
    hour: Number(clock.slice(0, 2)),
    ...change,
  };
}
export const talked = (day: Day, clock = '10:00'): RuleActivity =>
  tried(day, clock, { outcome: 'talked', meaning: { ...silent, connect: true, conversation: true } });

export function step(change: Partial<NextStep> = {}): NextStep {
  return { kind: 'task', day: TODAY, at: null, zone: ZONE, ...change };
}

export function facts(change: Partial<RuleFacts> = {}): RuleFacts {
  return {
    record: RECORD,
    object: 'deal',
    now: at('09:00'),
    today: TODAY,
    zone: ZONE,
    deal: deal(),
    snapshot: snapshot({ nextStep: { text: '' } }),
    activities: [],
    nextStep: null,
    watchedSince: null,
    doNotCall: false,
    workdaysSince: (day) => workdays(day, change.today ?? TODAY),
    ...change,
  };
}

/** Monday to Friday, after `day` up to and including `today`. */
function workdays(day: Day, today: Day): number {
  let count = 0;
  for (let i = 1; i <= daysBetween(day, today); i += 1) if (weekdayOf(addDays(day, i)) <= 5) count += 1;
  return count;
}

type Case = readonly [why: string, facts: Partial<RuleFacts>];

/** Two tables for a rule: when it speaks (and with what), when it is silent. Both must hold something. */
export function ruleTables(
  rule: Rule,
  tables: {
    readonly speaks: readonly (readonly [...Case, Partial<Finding>])[];
    readonly silent: readonly Case[];
  },
): void {
  const run = (change: Partial<RuleFacts>) =>
    advise({ facts: facts(change), answers: [], workday: true }, [rule]);
  describe(rule.id, () => {
    it('has cases on both sides', () => {
      expect(tables.speaks.length).toBeGreaterThan(0);
      expect(tables.silent.length).toBeGreaterThan(0);
    });
    it.each(tables.speaks)('speaks: %s', (_, change, finding) => {
      expect(run(change)).toMatchObject({ rule: rule.id, evidence: [RECORD], ...finding });
    });
    it.each(tables.silent)('silent: %s', (_, change) => {
      expect(run(change)).toBeNull();
    });
  });
}
