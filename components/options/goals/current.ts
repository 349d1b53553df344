import type { GoalVersion } from '@/lib/domain/goal';

/** The version in force of each goal that is not archived, headline first. */
export function currentGoals(all: readonly GoalVersion[]): readonly GoalVersion[] {
  return all
    .filter(({ archivedAt, effective }) => archivedAt === null && effective.to === null)
    .toSorted((a, b) => Number(b.headline) - Number(a.headline) || a.createdAt - b.createdAt);
}
