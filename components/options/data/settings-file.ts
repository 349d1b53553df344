import type { GoalVersion } from '@/lib/domain/goal';
import { settingsFileSchema, type SettingsFile } from '@/lib/domain/settings';
import { countableSettingsSchema } from '@/lib/kpi/goal-terms';
import type { InstanceView } from '@/lib/rpc/view';

export type SettingsReading =
  | { readonly kind: 'settings'; readonly file: SettingsFile }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'wrong'; readonly where: string; readonly why: string };

/** Reads the documented settings file (docs/settings.md). All of it fits, or none of it is used. */
export function readSettingsFile(text: string): SettingsReading {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { kind: 'not-json' };
  }
  const parsed = countableSettingsSchema.safeParse(json);
  if (parsed.success) return { kind: 'settings', file: parsed.data };
  const [issue] = parsed.error.issues;
  return { kind: 'wrong', where: issue?.path.join('.') || 'touchline', why: issue?.message ?? '' };
}

/** Everything that can be set, as one file: preferences, current goals and added CRMs with who I am there. */
export function writeSettingsFile(
  file: SettingsFile,
  goals: readonly GoalVersion[],
  crms: readonly InstanceView[],
): string {
  const whole: SettingsFile = {
    ...file,
    goals: goals.map(({ metric, period, target, currency, headline, prorate }) => ({
      ...{ metric, period, target, currency, headline, prorate },
    })),
    crms: crms.map(({ instance, me }) => ({
      ...{ kind: instance.kind, base: instance.bases[0] ?? '', tenant: instance.tenant },
      ...{ label: instance.label, test: instance.test },
      ...(me === null ? {} : { iAm: me }),
    })),
  };
  return `${JSON.stringify(settingsFileSchema.parse(whole), null, 2)}\n`;
}

/** The goal a line of the file speaks of: the same figure in the same period. */
export function sameGoal(
  goals: readonly GoalVersion[],
  line: { readonly metric: string; readonly period: string },
): GoalVersion | null {
  return goals.find(({ metric, period }) => metric === line.metric && period === line.period) ?? null;
}
