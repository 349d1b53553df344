import { describe, expect, it } from 'vitest';
import { idle } from '@/lib/coaching/idle';
import { phaseOf } from '@/lib/coaching/idle-limits';
import { ago, deal, ruleTables, snapshot, step, tried } from './support';

const at = (probability: string) => snapshot({ probability });
const last = (days: number) => ({ activities: [tried(ago(days), '10:00'), tried(ago(days + 30), '10:00')] });

ruleTables(idle, {
  speaks: [
    // Tuesday to Monday: four working days.
    [
      'negotiation, four working days',
      { ...last(6), snapshot: at('90%') },
      { with: { days: 6, limit: 3 }, action: 'message' },
    ],
    ['proposal, six', { ...last(10), snapshot: at('65%') }, { with: { days: 10, limit: 5 } }],
    ['qualification, eight', { ...last(12), snapshot: at('20%') }, { with: { limit: 7 } }],
    ['prospecting, fifteen', { ...last(21), snapshot: at('10%') }, { with: { limit: 14 } }],
    ['unknown phase, by the mildest limit', { ...last(21), snapshot: snapshot() }, { with: { limit: 14 } }],
    [
      'a step long past explains nothing',
      { ...last(30), snapshot: at('65%'), nextStep: step({ day: ago(20) }) },
      {},
    ],
    [
      'nothing in a log of a month',
      { watchedSince: ago(30), snapshot: at('65%') },
      { with: { days: 30, limit: 5 } },
    ],
  ],
  silent: [
    ['exactly the limit', { ...last(5), snapshot: at('90%') }],
    ['over a weekend', { ...last(3), snapshot: at('90%') }],
    ['over a holiday', { ...last(30), snapshot: at('90%'), workdaysSince: () => 0 }],
    ['a step is agreed for later', { ...last(30), snapshot: at('90%'), nextStep: step({ day: ago(-30) }) }],
    ['a step is due today', { ...last(30), snapshot: at('90%'), nextStep: step() }],
    ['a log of yesterday knows nothing of before', { watchedSince: ago(1), snapshot: at('90%') }],
    ['no log at all', { snapshot: at('90%') }],
    ['won', { ...last(30), deal: deal({ status: 'won' }) }],
    ['no deal', { ...last(30), deal: null, object: 'lead' }],
  ],
});

describe('the phase', () => {
  it.each([
    ['0%', 'prospecting'],
    ['19%', 'prospecting'],
    ['20%', 'qualification'],
    ['49%', 'qualification'],
    ['50%', 'proposal'],
    ['79%', 'proposal'],
    ['80%', 'negotiation'],
    ['100%', 'negotiation'],
  ])('of %s is %s', (probability, phase) => expect(phaseOf(at(probability))).toBe(phase));

  it('of an unknown probability is unknown', () => {
    expect(phaseOf(snapshot())).toBeNull();
    expect(phaseOf(at('soon'))).toBeNull();
    expect(phaseOf(null)).toBeNull();
  });
});
