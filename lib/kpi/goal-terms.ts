import { settingsFileSchema } from '../domain/settings.ts';
import { metricOf } from './catalog.ts';

interface Terms {
  readonly metric: string;
  readonly target: number;
  readonly currency: string | null;
}

/** Why nobody could count by these terms, and which part of them it is; null when one can. English, for files and logs. */
export function termsFault({ metric, target, currency }: Terms): { part: keyof Terms; why: string } | null {
  const unit = metricOf(metric)?.unit;
  if (unit === undefined) return { part: 'metric', why: 'no such metric' };
  if (unit === 'money' && currency === null) return { part: 'currency', why: 'money needs a currency' };
  if (unit === 'ratio' && target > 1) return { part: 'target', why: 'a rate is at most 1' };
  if (unit !== 'ratio' && !Number.isInteger(target)) return { part: 'target', why: 'not a whole number' };
  return null;
}

/** The settings file with what its shape alone cannot say: every goal in it can be counted. */
export const countableSettingsSchema = settingsFileSchema.superRefine(({ goals = [] }, context) => {
  for (const [at, goal] of goals.entries()) {
    const fault = termsFault(goal);
    if (fault) context.addIssue({ code: 'custom', path: ['goals', at, fault.part], message: fault.why });
  }
});
