import type { RecordSnapshot } from '../domain/record.ts';

/** Where a deal is in its life, as far as its probability tells. */
export type Phase = 'prospecting' | 'qualification' | 'proposal' | 'negotiation';

/**
 * Days without contact that a phase can bear (facts §D6; saas-factory.ai, "deal pipeline staleness"). The source
 * does not say which days: we count the rep's working days, the milder reading, so that nothing turns idle over a
 * holiday. "More than" is strict (facts §D15).
 */
export const IDLE_LIMITS: Readonly<Record<Phase, number>> = {
  prospecting: 14,
  qualification: 7,
  proposal: 5,
  negotiation: 3,
};
/** Where the phase is not known, the mildest of them. */
export const IDLE_LIMIT_UNKNOWN = IDLE_LIMITS.prospecting;

/**
 * Lower ends of the phases by probability. Guess, made between the stages CRMs come with: Salesforce has
 * Prospecting 0.1, Needs Analysis 0.2, Proposal 0.75, Negotiation 0.9; Odoo and Tryton lie within. Teams reword
 * stages freely, so labels decide nothing.
 */
const PHASES: readonly (readonly [from: number, phase: Phase])[] = [
  [0.8, 'negotiation'],
  [0.5, 'proposal'],
  [0.2, 'qualification'],
  [0, 'prospecting'],
];

/** Null when the record does not show its probability. */
export function phaseOf(snapshot: RecordSnapshot | null): Phase | null {
  const probability = snapshot?.fields.probability?.value ?? null;
  if (probability === null) return null;
  return PHASES.find(([from]) => probability >= from)?.[1] ?? null;
}
