import type { RecordSnapshot } from '../domain/record.ts';
import { defineRule } from './rule.ts';

/** An open deal for which nothing is agreed, neither here nor in the CRM's own field. */
export const nextStepMissing = defineRule({
  id: 'next-step-missing',
  severity: 40,
  needs: ['record', 'deal', 'snapshot', 'nextStep'],
  restDays: 1,
  evaluate({ record, deal, snapshot, nextStep }) {
    if (deal === null || deal.status !== 'open' || nextStep !== null) return null;
    return isKnownEmpty(snapshot, deal.nextStep)
      ? { with: {}, action: 'set-next-step', evidence: [record] }
      : null;
  },
});

/** Empty, or a CRM that keeps no such field. A field that should be on the page and was not seen is not empty. */
function isKnownEmpty(snapshot: RecordSnapshot | null, kept: string | null): boolean {
  if (kept !== null || snapshot === null) return false;
  const field = snapshot.fields.nextStep;
  if (field === undefined) return !snapshot.expected.includes('nextStep');
  return field.raw === null;
}
