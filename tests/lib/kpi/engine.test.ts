import { describe, expect, it } from 'vitest';
import { metricOf, METRICS } from '@/lib/kpi/catalog';
import { sharesOf } from '@/lib/kpi/engine';
import { defineTally } from '@/lib/kpi/shape';
import { lead, meaning } from '../db/support';
import { day, logged } from './metric-support';

describe('the catalog', () => {
  it('names each metric once, in kebab-case, and finds it', () => {
    const ids = METRICS.map((metric) => metric.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(metricOf(id)?.id).toBe(id);
    }
    expect(metricOf('from-a-newer-build')).toBeNull();
  });
});

describe('the shares of an event', () => {
  it('are those of every metric it counts for, on its own day', () => {
    const event = logged({
      day: day('2026-07-14'),
      body: { prospect: lead('a'), meaning: meaning({ connect: true, booked: true }) },
    });
    const { tallies, members } = sharesOf(event, METRICS);
    expect(tallies.map((one) => one.metric)).toEqual(['dials', 'connects', 'meetings-booked']);
    expect(new Set(tallies.map((one) => one.day))).toEqual(new Set(['2026-07-14']));
    expect(members).toEqual([{ metric: 'prospects-worked', day: '2026-07-14', member: lead('a') }]);
  });

  it('carry currency, another day and dimensions, the latter in one order and unmistakable', () => {
    const base = { version: 1, unit: 'money', better: 'higher', paced: true } as const;
    const share = (dims: Record<string, string>) =>
      sharesOf(logged(), [
        defineTally({
          id: 'm',
          ...base,
          tally: () => [{ amount: 5, currency: 'KRW', day: day('2026-01-02'), dims }],
        }),
      ]).tallies[0];
    expect(share({ b: '2', a: '1' })).toEqual({
      metric: 'm',
      day: '2026-01-02',
      currency: 'KRW',
      dims: 'a=1&b=2',
      amount: 5,
    });
    expect(share({ a: '1&b=2' })?.dims).not.toBe('a=1&b=2');
  });
});
