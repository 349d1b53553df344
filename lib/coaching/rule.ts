import type { RecordKey } from '../domain/ids.ts';
import type { RuleFacts } from './facts.ts';

export type AdviceAction = 'set-next-step' | 'call' | 'fix-close-date' | 'message' | 'none';

/** What a rule found. Words live in the language files under the rule's id; here are only their figures. */
export interface Finding {
  readonly with: Readonly<Record<string, string | number>>;
  readonly action: AdviceAction;
  /** The records behind it: advice without evidence does not compile. */
  readonly evidence: readonly [RecordKey, ...RecordKey[]];
}

export interface Advice extends Finding {
  readonly rule: string;
}

export interface Rule<Id extends string = string, Needs extends keyof RuleFacts = keyof RuleFacts> {
  /** Kebab-case. File, test, message keys and stored answers carry this one name. */
  readonly id: Id;
  /** 1…99; where several rules speak, the highest is the one idea that is shown. */
  readonly severity: number;
  /** The engine hands over these facts and no others. */
  readonly needs: readonly Needs[];
  /** Days of silence on a record after the rep has done what it said. */
  readonly restDays: number;
  /** One finding, or silence. Unknown facts mean silence. */
  evaluate(facts: Pick<RuleFacts, Needs>): Finding | null;
}

export function defineRule<const Id extends string, Needs extends keyof RuleFacts>(
  rule: Rule<Id, Needs>,
): Rule<Id, Needs> {
  return rule;
}
