import { describe, expect, it } from 'vitest';
import { prospectsWorked } from '@/lib/kpi/prospects-worked';
import { lead } from '../db/support';
import { logged, resolved } from './metric-support';

describe('prospects worked', () => {
  it('names the lead or contact reached out to, on any channel', () => {
    expect(prospectsWorked.member(logged({ body: { prospect: lead('a') } }))).toBe(lead('a'));
    expect(prospectsWorked.member(logged({ body: { prospect: lead('a'), channel: 'kakaotalk' } }))).toBe(
      lead('a'),
    );
  });

  it('names nobody for a call that came in, an unknown prospect, or another kind of event', () => {
    expect(prospectsWorked.member(logged({ body: { prospect: lead('a'), direction: 'in' } }))).toBeNull();
    expect(prospectsWorked.member(logged())).toBeNull();
    expect(prospectsWorked.member(resolved('held'))).toBeNull();
  });
});
