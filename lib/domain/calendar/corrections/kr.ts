import { type Correction, type Row, rows } from './correction.ts';

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

export const KR: readonly Correction[] = [...rows('KR', 'add', KR_ADD), ...rows('KR', 'drop', KR_DROP)];
