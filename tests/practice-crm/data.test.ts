import { describe, expect, it } from 'vitest';
import { generate } from './data/generate';
import { canonicalId, makeId, withChecksum } from './data/ids';
import { text } from './data/store';

const now = new Date('2026-11-23T16:00:00Z');
const dollars = { currency: 'USD', multiCurrency: false } as const;
const { tables, known } = generate(1, now, dollars);
const rows = (name: keyof typeof tables) => [...tables[name].values()];

describe('ids', () => {
  it('appends the checksum Salesforce computes', () => {
    expect(withChecksum('0015000000Gv7qJ')).toBe('0015000000Gv7qJAAR');
    expect(withChecksum('001500000000000')).toBe('001500000000000AAA');
    expect(canonicalId('0015000000Gv7qJ')).toBe('0015000000Gv7qJAAR');
    expect(canonicalId('too-short')).toBeNull();
  });

  it('never gives the same id twice', () => {
    expect(
      new Set(Array.from({ length: 5000 }, (_, i) => makeId('00T', i)).map((id) => id.slice(0, 15))).size,
    ).toBe(5000);
  });
});

describe('generated data', () => {
  it('is the same for the same seed and another for another', () => {
    const again = generate(1, now, dollars);
    expect(JSON.stringify([...again.tables.Task])).toBe(JSON.stringify([...tables.Task]));
    expect(JSON.stringify([...generate(2, now, dollars).tables.Task])).not.toBe(
      JSON.stringify([...tables.Task]),
    );
  });

  it('has the promised amounts of everything', () => {
    expect(rows('Account')).toHaveLength(40);
    expect(rows('Contact')).toHaveLength(90);
    expect(rows('Lead')).toHaveLength(120);
    expect(rows('Opportunity').filter((d) => d['OwnerId'] === known.me)).toHaveLength(60);
    expect(rows('Task').length).toBeGreaterThan(1500);
    expect(rows('Event').length).toBeGreaterThan(60);
  });

  it('knows nothing later than now, and activities of the last ninety days only', () => {
    const late = Object.values(tables).flatMap((t) =>
      [...t.values()].filter((row) => text(row, 'CreatedDate') > now.toISOString()),
    );
    expect(late).toEqual([]);
    const calls = rows('Task').filter((t) => t['TaskSubtype'] === 'Call');
    const days = calls.map((t) => text(t, 'ActivityDate')).sort();
    expect(days[0]! >= '2026-08-25').toBe(true);
    expect(days.at(-1)! <= '2026-11-23').toBe(true);
    for (const sort of ['No answer', 'Conversation', 'Meeting booked']) {
      expect(calls.some((t) => t['CallDisposition'] === sort)).toBe(true);
    }
  });

  it('keeps a history whose last row is what the deal says', () => {
    for (const deal of rows('Opportunity')) {
      const history = rows('OpportunityHistory').filter((h) => h['OpportunityId'] === deal.Id);
      const last = history.at(-1)!;
      expect([last['StageName'], last['Amount'], last['CloseDate']]).toEqual([
        deal['StageName'],
        deal['Amount'],
        deal['CloseDate'],
      ]);
      const times = history.map((h) => text(h, 'CreatedDate'));
      expect(times).toEqual([...times].sort());
    }
  });

  it('has won, lost, late, unplanned and twice moved deals', () => {
    const mine = rows('Opportunity').filter((d) => d['OwnerId'] === known.me);
    const open = mine.filter((d) => d['IsClosed'] === false);
    expect(mine.some((d) => d['IsWon'] === true)).toBe(true);
    expect(mine.some((d) => d['IsClosed'] === true && d['IsWon'] === false)).toBe(true);
    expect(open.some((d) => text(d, 'CloseDate') < '2026-11-23')).toBe(true);
    expect(open.some((d) => d['NextStep'] === null)).toBe(true);
    const deal = tables.Opportunity.get(known.deal)!;
    expect(deal).toMatchObject({ Amount: 48000, NextStep: null, PushCount: 2, IsClosed: false });
  });

  it('writes names as their owners do', () => {
    expect(tables.Lead.get(known.koreanLead)!['Name']).toMatch(/^[\uac00-\ud7a3]{2,5}$/);
    const japanese = rows('Contact').find((c) => c['MailingCountry'] === 'Japan')!;
    expect(japanese['Name']).toBe(`${text(japanese, 'LastName')} ${text(japanese, 'FirstName')}`);
    const named = rows('Contact').filter((c) => c['Name'] === tables.Lead.get(known.lead)!['Name']);
    expect(named).toEqual([]);
  });

  it('has records in several currencies when the org does, and won in thousands', () => {
    const multi = generate(1, now, { currency: 'USD', multiCurrency: true });
    const codes = new Set([...multi.tables.Opportunity.values()].map((d) => d['CurrencyIsoCode']));
    expect(codes).toEqual(new Set(['USD', 'EUR', 'KRW']));
    expect(multi.tables.Opportunity.get(multi.known.lateDeal)).toMatchObject({
      CurrencyIsoCode: 'KRW',
      Amount: 32_750_000,
    });
  });
});
