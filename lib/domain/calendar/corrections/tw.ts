import { type Correction, type Row, rows } from './correction.ts';

/**
 * The act on memorial days and festivals of 28 May 2025: the eve of New Year's eve, Teacher's Day, Retrocession Day,
 * Constitution Day and Labour Day are days off for everybody. A day off on a Saturday is kept on the Friday before,
 * one on a Sunday on the Monday after; two on one day give the day before or after.
 */
const EVE = ["Day before Chinese New Year's Eve", '小年夜'] as const;
const CHILDREN = ["Children's Day (substitute day)", '兒童節補假'] as const;
const LABOUR = ['Labour Day', '勞動節'] as const;
const TEACHER = ["Confucius' Birthday", '教師節'] as const;
const RETROCESSION = ['Retrocession Day', '臺灣光復節'] as const;
const CONSTITUTION = ['Constitution Day', '行憲紀念日'] as const;

const TW_ADD: readonly Row[] = [
  ['2025-01-27', 'Chinese New Year (bridge day)', '農曆春節'],
  ['2025-04-03', ...CHILDREN],
  ['2025-05-30', 'Dragon Boat Festival (substitute day)', '端午節補假'],
  ['2025-09-28', ...TEACHER],
  ['2025-09-29', ...TEACHER],
  ['2025-10-24', ...RETROCESSION],
  ['2025-10-25', ...RETROCESSION],
  ['2025-12-25', ...CONSTITUTION],
  ['2026-02-15', ...EVE],
  ['2026-02-27', 'Peace Memorial Day (substitute day)', '和平紀念日補假'],
  ['2026-04-03', ...CHILDREN],
  ['2026-05-01', ...LABOUR],
  ['2026-09-28', ...TEACHER],
  ['2026-10-09', 'National Day (substitute day)', '國慶日補假'],
  ['2026-10-25', ...RETROCESSION],
  ['2026-10-26', ...RETROCESSION],
  ['2026-12-25', ...CONSTITUTION],
  ['2027-02-04', ...EVE],
  ['2027-04-06', ...CHILDREN],
  ['2027-04-30', ...LABOUR],
  ['2027-05-01', ...LABOUR],
  ['2027-09-28', ...TEACHER],
  ['2027-10-25', ...RETROCESSION],
  ['2027-12-24', ...CONSTITUTION],
  ['2027-12-25', ...CONSTITUTION],
  ['2028-01-24', ...EVE],
  ['2028-04-03', ...CHILDREN],
  ['2028-05-01', ...LABOUR],
  ['2028-09-28', ...TEACHER],
  ['2028-10-25', ...RETROCESSION],
  ['2028-12-25', ...CONSTITUTION],
  ['2029-02-11', ...EVE],
  ['2029-04-03', ...CHILDREN],
  ['2029-05-01', ...LABOUR],
  ['2029-06-15', 'Dragon Boat Festival (substitute day)', '端午節補假'],
  ['2029-09-21', 'Mid-Autumn Festival (substitute day)', '中秋節補假'],
  ['2029-09-28', ...TEACHER],
  ['2029-10-25', ...RETROCESSION],
  ['2029-12-25', ...CONSTITUTION],
];

export const TW: readonly Correction[] = rows('TW', 'add', TW_ADD);
