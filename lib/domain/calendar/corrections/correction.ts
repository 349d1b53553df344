import type { Day } from '../../time.ts';

/** A day our own check against the law found wrong or missing in the holiday tables (date-holidays 3.37). */
export interface Correction {
  readonly country: string;
  readonly day: Day;
  readonly op: 'add' | 'drop';
  readonly name: { readonly en: string; readonly local?: string };
  /** Region codes it is limited to; absent: the whole country. */
  readonly regions?: readonly string[];
}

export type Row = readonly [day: string, en: string, local?: string];

/** Years of the tables. */
const YEARS = [2025, 2026, 2027, 2028, 2029];

export function rows(
  country: string,
  op: Correction['op'],
  list: readonly Row[],
  regions?: readonly string[],
): Correction[] {
  return list.map(([day, en, local]) => ({
    country,
    day: day as Day,
    op,
    name: local === undefined ? { en } : { en, local },
    ...(regions === undefined ? {} : { regions }),
  }));
}

/** The same date in every year of the tables. */
export function yearly(monthDay: string, en: string, local?: string): Row[] {
  return YEARS.map((year): Row =>
    local === undefined ? [`${year}-${monthDay}`, en] : [`${year}-${monthDay}`, en, local],
  );
}

/** One feast on its dates. */
export function feast(en: string, ...days: readonly string[]): Row[] {
  return days.map((day): Row => [day, en]);
}
