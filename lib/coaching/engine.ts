import { daysBetween, type Day } from '../domain/time.ts';
import { RULES } from './catalog.ts';
import type { PriorAnswer, RuleFacts } from './facts.ts';
import type { Advice, Rule } from './rule.ts';

/** A dismissed prompt stays away from that record for a week (facts §D9). */
const DISMISSED_DAYS = 7;
const LATER_DAYS = 1;

export interface Occasion {
  readonly facts: RuleFacts;
  /** What the rep answered on this record before. */
  readonly answers: readonly PriorAnswer[];
  /** False on a day off, a weekend, a holiday: then nobody is told anything. */
  readonly workday: boolean;
}

/** The one idea for this record now, or null. */
export function advise(occasion: Occasion, rules: readonly Rule[] = RULES): Advice | null {
  return adviseAll(occasion, rules)[0] ?? null;
}

/**
 * Everything the rules have to say about a record, the most severe first, equal ones in the catalogue's order.
 * Rules that were answered rest; a finding without evidence is not said.
 */
export function adviseAll(occasion: Occasion, rules: readonly Rule[] = RULES): readonly Advice[] {
  const { facts, answers, workday } = occasion;
  if (!workday) return [];
  return rules
    .filter((rule) => !isResting(rule, answers, facts.today))
    .toSorted((a, b) => b.severity - a.severity)
    .flatMap((rule) => {
      const found = rule.evaluate(only(facts, rule.needs));
      return found !== null && found.evidence.length > 0 ? [{ rule: rule.id, ...found }] : [];
    });
}

/** Answered days count from the day of the answer: "later" is tomorrow, "dismissed" the same weekday next week. */
function isResting(rule: Rule, answers: readonly PriorAnswer[], today: Day): boolean {
  return answers.some((prior) => {
    if (prior.rule !== rule.id) return false;
    const rest =
      prior.answer === 'dismissed' ? DISMISSED_DAYS : prior.answer === 'later' ? LATER_DAYS : rule.restDays;
    return daysBetween(prior.day, today) < rest;
  });
}

/** Exactly the facts a rule declared, so that a forgotten declaration fails in its first test. */
function only(facts: RuleFacts, needs: readonly (keyof RuleFacts)[]): RuleFacts {
  return Object.fromEntries(needs.map((need) => [need, facts[need]])) as unknown as RuleFacts;
}
