import { describe, expect, it } from 'vitest';
import { normalise } from '@/lib/domain/reading/normalise';
import { type RawField, recordSnapshotSchema, type RecordSnapshot } from '@/lib/domain/record';
import type { Instance } from '@/lib/domain/instance';
import { instanceWith, NOW, rawWith } from './support';

function read(
  fields: Parameters<typeof rawWith>[0],
  raw: Parameters<typeof rawWith>[1] = {},
  instance: Partial<Instance> = {},
): RecordSnapshot {
  return recordSnapshotSchema.parse(
    normalise(rawWith(fields, raw), { instance: instanceWith(instance), now: NOW }),
  );
}

describe('the record', () => {
  it('has one key, and says what was looked for and not there', () => {
    const snapshot = read({ name: { text: 'Northwind' }, stage: { text: 'Won' } });
    expect(snapshot).toMatchObject({
      key: '01HZX3Q8W3N5T7V9B1D3F5H7AA/Opportunity/006Dn00000DSAKKIA5',
      object: 'deal',
      missing: ['amount', 'closeDate'],
      seenAt: NOW,
    });
  });

  it.each(['', ' ', '—', '--'])('knows an empty field (%j) from a missing one', (text) => {
    const snapshot = read({ amount: { text } });
    expect(snapshot.fields.amount).toEqual({
      raw: null,
      value: null,
      source: 'page',
      confidence: 'exact',
      rounded: false,
    });
    expect(snapshot.missing).not.toContain('amount');
  });

  it('keeps the text of what it does not understand', () => {
    expect(read({ amount: { text: 'see offer' } }).fields.amount).toMatchObject({
      raw: 'see offer',
      value: null,
      confidence: 'ambiguous',
    });
  });
});

describe('amount', () => {
  it.each<[RawField, Partial<Instance>, number | undefined, string | null | undefined]>([
    [{ text: '$48,000.00', machine: '48000' }, { currency: 'USD' }, 4_800_000, 'USD'],
    [{ text: '48000', machine: '48000' }, { currency: 'KRW' }, 48_000, 'KRW'],
    [{ text: '48.000 €', machine: '48000' }, {}, 4_800_000, 'EUR'],
    [{ text: '$48,000', machine: '48000' }, {}, 4_800_000, null],
    [{ text: 'EUR 10.000,00 (USD 10,900.00)', machine: '10000' }, { currency: 'USD' }, 1_000_000, 'EUR'],
    [{ text: '10', machine: '10.005', currency: 'KWD' }, { currency: 'USD' }, 10_005, 'KWD'],
    // What no machine would write is read as text.
    [{ text: '$48,000.00', machine: '4.8e4' }, { currency: 'USD' }, 4_800_000, 'USD'],
    [{ text: '$48,000' }, { currency: 'USD' }, undefined, undefined],
    [{ text: '$48,000' }, { currency: 'USD', locale: 'en-US' }, 4_800_000, 'USD'],
  ])('%j %j', (amount, instance, minor, currency) => {
    const { value } = read({ amount }, {}, instance).fields.amount!;
    expect(value?.minor).toBe(minor);
    expect(value?.currency).toBe(currency);
  });

  it('marks what is only about', () => {
    expect(read({ amount: { text: '$48.3k' } }).fields.amount).toMatchObject({
      value: { minor: 4_830_000 },
      rounded: true,
    });
  });
});

describe('dates', () => {
  const close = (snapshot: RecordSnapshot) => snapshot.fields.closeDate!;

  it('are exact from the machine', () => {
    expect(close(read({ closeDate: { text: '3/4/2026', machine: '2026-03-04' } }))).toMatchObject({
      raw: '3/4/2026',
      value: '2026-03-04',
      confidence: 'exact',
    });
  });

  it('that could be two days wait for a locale', () => {
    expect(close(read({ closeDate: { text: '3/4/2026' } })).value).toBeNull();
    expect(close(read({ closeDate: { text: '3/4/2026' } }, { locale: 'en-GB' })).value).toBe('2026-04-03');
    expect(close(read({ closeDate: { text: '3/4/2026' } }, {}, { locale: 'en-US' })).value).toBe(
      '2026-03-04',
    );
  });

  it('are not read by the language of the page: people set language and locale apart', () => {
    expect(close(read({ closeDate: { text: '3/4/2026' } }, { language: 'en-US' })).value).toBeNull();
  });

  it('are likely when a date beside them shows the order', () => {
    const snapshot = read({ closeDate: { text: '3/4/2027' }, created: { text: '8/28/26, 10:55 AM' } });
    expect(close(snapshot)).toMatchObject({ value: '2027-03-04', confidence: 'likely' });
    expect(snapshot.fields.created).toMatchObject({ value: '2026-08-28', confidence: 'exact' });
  });

  it('of an instant fall on the page’s own day', () => {
    const created = { text: 'x', machine: '2026-03-31T23:30:00.000Z' };
    expect(read({ created }, { zone: 'Asia/Seoul' }).fields.created?.value).toBe('2026-04-01');
  });
});

describe('the rest', () => {
  it('keeps references with their id', () => {
    const { fields } = read({ owner: { text: 'Alex Morgan', id: '005x' }, account: { text: 'Halden' } });
    expect(fields.owner?.value).toEqual({ remoteId: '005x', name: 'Alex Morgan' });
    expect(fields.account?.value).toEqual({ remoteId: null, name: 'Halden' });
  });

  it('keeps an id whose name was not shown', () => {
    expect(read({ owner: { text: '', id: '005x' } }).fields.owner?.value).toEqual({
      remoteId: '005x',
      name: '',
    });
  });

  it('takes a stage as label, id and what the CRM says of it', () => {
    const stage = { text: 'Angebot', machine: 'Proposal', closed: 'open' as const };
    expect(read({ stage }).fields.stage?.value).toEqual({ id: 'Proposal', label: 'Angebot', status: 'open' });
    expect(read({ stage: { text: 'Angebot' } }).fields.stage?.value).toEqual({
      id: null,
      label: 'Angebot',
      status: null,
    });
  });

  it.each<[RawField, number | null]>([
    [{ text: '65%' }, 0.65],
    [{ text: '65 %' }, 0.65],
    [{ text: '١٢٫٥٪' }, 0.125],
    [{ text: '12,5 %' }, 0.125],
    [{ text: '60%', machine: '60' }, 0.6],
    [{ text: '60%', machine: '60.0' }, 0.6],
    [{ text: '60 %', machine: '0.6' }, 0.6],
    [{ text: '1%', machine: '1' }, 0.01],
    [{ text: '100%', machine: '1' }, 1],
    [{ text: '0%', machine: '0' }, 0],
    [{ text: '140%' }, null],
    [{ text: 'high' }, null],
  ])('a probability: %j is %s', (probability, share) => {
    expect(read({ probability }).fields.probability?.value).toBe(share);
  });
});
