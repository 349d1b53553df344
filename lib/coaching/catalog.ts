import { callbackDue } from './callback-due.ts';
import { closeDatePast } from './close-date-past.ts';
import { idle } from './idle.ts';
import { nextStepMissing } from './next-step-missing.ts';
import { nextStepOverdue } from './next-step-overdue.ts';
import type { Rule } from './rule.ts';
import { sameHourTriedThreeTimes } from './same-hour-tried-three-times.ts';

/** Every rule of this build. Adding one is one file and one line here. */
export const RULES = [
  callbackDue,
  nextStepOverdue,
  closeDatePast,
  sameHourTriedThreeTimes,
  nextStepMissing,
  idle,
] as const satisfies readonly Rule[];

export type RuleId = (typeof RULES)[number]['id'];
