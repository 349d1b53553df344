import type { Day } from '../time.ts';

/**
 * Days our own check against the law found wrong or missing in the holiday tables (date-holidays 3.37). A row is
 * removed when the library has caught up: tests/lib/domain/calendar/holidays.test.ts fails on one that no longer
 * changes anything.
 */
export interface Correction {
  readonly country: string;
  readonly day: Day;
  readonly op: 'add' | 'drop';
  readonly name: { readonly en: string; readonly local?: string };
  /** Region codes it is limited to; absent: the whole country. */
  readonly regions?: readonly string[];
}

type Row = readonly [day: string, en: string, local?: string];

const EVE = ['Seollal, day before', '설날 연휴'] as const;
const AFTER = ['Seollal, day after', '설날 연휴'] as const;
const LABOUR = ['Labour Day', '노동절'] as const;

/** The library begins the three days of Seollal on the day itself; they begin on the day before. */
const KR_ADD: readonly Row[] = [
  ['2025-01-27', 'Temporary holiday', '임시공휴일'],
  ['2025-01-28', ...EVE],
  ['2026-02-16', ...EVE],
  ['2027-02-06', ...EVE],
  ['2028-01-26', ...EVE],
  ['2029-02-12', ...EVE],
  // A paid day off by its own law for everybody employed; a public holiday since 2026, with a substitute day.
  ['2025-05-01', ...LABOUR],
  ['2026-05-01', ...LABOUR],
  ['2027-05-01', ...LABOUR],
  ['2027-05-03', 'Labour Day (substitute day)', '노동절 대체공휴일'],
  ['2028-05-01', ...LABOUR],
  ['2029-05-01', ...LABOUR],
  // Election days are holidays by the Public Official Election Act.
  ['2025-06-03', 'Presidential election', '대통령 선거일'],
  ['2026-06-03', 'Local elections', '전국동시지방선거일'],
  ['2028-04-12', 'National Assembly election', '국회의원 선거일'],
];
const KR_DROP: readonly Row[] = [
  ['2025-01-31', ...AFTER],
  ['2026-02-19', ...AFTER],
  ['2028-01-29', ...AFTER],
  ['2029-02-15', ...AFTER],
];

/** 5 U.S.C. 6103: a Saturday holiday is kept on the Friday before, a Sunday one on the Monday after. */
const US_ADD: readonly Row[] = [
  ['2028-11-10', 'Veterans Day (observed)'],
  ['2029-11-12', 'Veterans Day (observed)'],
];

/** Royal proclamation of 3 February 2026, Scotland only. */
const GB_SCT_ADD: readonly Row[] = [['2026-06-15', 'World Cup bank holiday']];

export const CORRECTIONS: readonly Correction[] = [
  ...rows('KR', 'add', KR_ADD),
  ...rows('KR', 'drop', KR_DROP),
  ...rows('US', 'add', US_ADD),
  ...rows('GB', 'add', GB_SCT_ADD, ['SCT']),
];

function rows(
  country: string,
  op: 'add' | 'drop',
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
