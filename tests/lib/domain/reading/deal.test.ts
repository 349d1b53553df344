import { describe, expect, it } from 'vitest';
import { type Deal, dealChangeSchema, dealSchema } from '@/lib/domain/deal';
import { changesBetween, dealOf } from '@/lib/domain/reading/deal';
import { normalise } from '@/lib/domain/reading/normalise';
import { instanceWith, NOW, rawWith } from './support';

const DAY = 864e5;
const whole = {
  name: { text: 'Northwind – platform' },
  amount: { text: '$48,000.00' },
  stage: { text: 'Proposal', machine: 'Proposal/Price Quote', closed: 'open' },
  closeDate: { text: '2026-11-28' },
  owner: { text: 'Alex Morgan', id: '005A' },
  account: { text: 'Northwind', id: '001A' },
  nextStep: { text: '' },
} as const;

function lookAt(
  fields: Parameters<typeof rawWith>[0],
  prior: Deal | null = null,
  { at = NOW, from = 'seen' as Deal['from'], zone = 'UTC' } = {},
): Deal | null {
  const snapshot = normalise(rawWith(fields), { instance: instanceWith({ currency: 'USD' }), now: at });
  const deal = dealOf(snapshot, prior, { from, zone });
  return deal === null ? null : dealSchema.parse(deal);
}
const first = lookAt(whole)!;

describe('a deal from one look', () => {
  it('has what the look knew', () => {
    expect(first).toMatchObject({
      name: 'Northwind – platform',
      account: 'Northwind',
      owner: '005A',
      amount: { minor: 4_800_000, currency: 'USD' },
      status: 'open',
      closeDay: '2026-11-28',
      nextStep: null,
      stageSince: null,
      from: 'seen',
    });
  });

  it.each([
    ['no name', { ...whole, name: undefined }],
    ['no stage', { ...whole, stage: undefined }],
    ['nobody saying whether it is open', { ...whole, stage: { text: 'Proposal' } }],
  ])('is none with %s', (_, fields) => {
    const given = Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined));
    expect(lookAt(given)).toBeNull();
  });

  it('asks what else is known of a stage', () => {
    const snapshot = normalise(rawWith({ ...whole, stage: { text: 'Closed Won' } }), {
      instance: instanceWith(),
      now: NOW,
    });
    const statusOf = ({ label }: { label: string }) => (label === 'Closed Won' ? ('won' as const) : null);
    expect(dealOf(snapshot, null, { from: 'seen', zone: 'UTC', statusOf })?.status).toBe('won');
  });

  it.each([
    ['65%', 'open'],
    ['1%', 'open'],
    ['100%', undefined],
    ['0%', undefined],
  ])('takes a chance of %s for %s where the page does not say', (text, status) => {
    expect(lookAt({ ...whole, stage: { text: 'Proposal' }, probability: { text } })?.status).toBe(status);
  });

  it('keeps no amount that is only about', () => {
    expect(lookAt({ ...whole, amount: { text: '$48.3k' } })?.amount).toBeNull();
  });

  it('is none for a lead', () => {
    const raw = rawWith(whole, { ref: { object: 'lead', api: 'Lead', remoteId: '00Q1' } });
    const snapshot = normalise(raw, { instance: instanceWith(), now: NOW });
    expect(dealOf(snapshot, null, { from: 'seen', zone: 'UTC' })).toBeNull();
  });
});

describe('a second look', () => {
  const later = { at: NOW + DAY };

  it.each([
    ['missing', {}],
    ['ambiguous', { amount: { text: '$48,000' }, closeDate: { text: '3/4/2026' } }],
    ['rounded', { amount: { text: '$50k' } }],
    ['an owner by name only', { owner: { text: 'Alex Morgan' } }],
  ])('that knows less (%s) changes nothing', (_, fields) => {
    const second = lookAt(fields, first, later)!;
    expect({ ...second, seenAt: first.seenAt }).toEqual(first);
    expect(changesBetween(first, second)).toEqual([]);
  });

  it('that finds a field emptied says so', () => {
    const second = lookAt({ ...whole, amount: { text: '' } }, first, later)!;
    expect(second.amount).toBeNull();
    expect(changesBetween(first, second)).toEqual([
      { key: first.key, field: 'amount', before: '4800000 USD', after: null, at: NOW + DAY },
    ]);
  });

  it('tells stage, amount, close date and owner that moved', () => {
    const second = lookAt(
      {
        ...whole,
        amount: { text: '$40,000.00' },
        stage: { text: 'Closed Won', machine: 'Closed Won', closed: 'won' },
        closeDate: { text: '2026-12-15' },
        owner: { text: 'Kim', id: '005B' },
      },
      first,
      later,
    )!;
    const changes = changesBetween(first, second).map((change) => dealChangeSchema.parse(change));
    expect(changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['stage', 'Proposal/Price Quote', 'Closed Won'],
      ['status', 'open', 'won'],
      ['amount', '4800000 USD', '4000000 USD'],
      ['closeDay', '2026-11-28', '2026-12-15'],
      ['owner', '005A', '005B'],
    ]);
    expect(second.stageSince).toBe('2026-11-24');
  });

  it('enters a stage on the rep’s own day', () => {
    const stage = { text: 'Won', machine: 'Closed Won', closed: 'won' } as const;
    const at = Date.UTC(2026, 10, 24, 20);
    expect(lookAt({ ...whole, stage }, first, { at, zone: 'Asia/Seoul' })?.stageSince).toBe('2026-11-25');
  });

  it('by label only keeps id and status of the same stage', () => {
    const second = lookAt({ ...whole, stage: { text: 'Proposal' } }, first, later)!;
    expect(second.stage).toEqual(first.stage);
    expect(changesBetween(first, second)).toEqual([]);
  });

  it('in another language is the same stage by its id', () => {
    const stage = { text: 'Angebot', machine: 'Proposal/Price Quote', closed: 'open' } as const;
    expect(changesBetween(first, lookAt({ ...whole, stage }, first, later)!)).toEqual([]);
  });

  it('keeps a listed deal listed', () => {
    const listed = lookAt(whole, null, { from: 'listed' })!;
    expect(lookAt(whole, listed, later)?.from).toBe('listed');
    expect(lookAt(whole, first, { ...later, from: 'listed' })?.from).toBe('listed');
  });

  it('that is older than the first is not believed', () => {
    expect(lookAt({ ...whole, amount: { text: '$1.00' } }, first, { at: NOW - 1 })).toEqual(first);
  });

  it('that learns a field for the first time has not seen it move', () => {
    const bare = lookAt({ name: whole.name, stage: whole.stage })!;
    expect(changesBetween(bare, lookAt(whole, bare, later)!)).toEqual([]);
  });

  it('that learns the currency has not seen the amount move', () => {
    const without: Deal = { ...first, amount: { minor: 4_800_000, currency: null } };
    expect(changesBetween(without, { ...first, seenAt: NOW + DAY })).toEqual([]);
  });
});
