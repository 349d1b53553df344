import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { holidayTableSchema } from '@/lib/domain/calendar/holiday-table';
import { resolveHolidays } from '@/lib/domain/calendar/holidays';
import { orgWeight } from '@/lib/domain/calendar/weights';
import { daysOf } from '@/lib/domain/calendar/workdays';
import { calendar, day } from './support';

/**
 * Weekdays off by law, written down from the law and the governments' own lists, not from any library:
 * 5 U.S.C. 6103; the bank holidays of GOV.UK; the federal states' holiday acts; Korea's rules on public holidays
 * (with 1 May and the days the government named).
 */
const TRUTH: readonly (readonly [set: string, year: number, days: string])[] = [
  ['US', 2026, '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'],
  ['US', 2027, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
  ['US', 2028, '01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25'],
  ['US', 2029, '01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25'],
  ['GB-ENG', 2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
  ['GB-ENG', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  ['GB-ENG', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  ['GB-WLS', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  ['GB-SCT', 2026, '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28'],
  ['GB-NIR', 2026, '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28'],
  ['GB', 2026, '01-01 04-03 05-04 05-25 12-25 12-28'],
  ['DE', 2025, '01-01 04-18 04-21 05-01 05-29 06-09 10-03 12-25 12-26'],
  ['DE', 2026, '01-01 04-03 04-06 05-01 05-14 05-25 12-25'],
  ['DE-BY', 2026, '01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 12-25'],
  ['DE-BE', 2026, '01-01 04-03 04-06 05-01 05-14 05-25 12-25'],
  ['DE-BE', 2025, '01-01 04-18 04-21 05-01 05-08 05-29 06-09 10-03 12-25 12-26'],
  ['DE-SN', 2026, '01-01 04-03 04-06 05-01 05-14 05-25 11-18 12-25'],
  ['DE-HH', 2025, '01-01 04-18 04-21 05-01 05-29 06-09 10-03 10-31 12-25 12-26'],
  [
    'KR',
    2025,
    '01-01 01-27 01-28 01-29 01-30 03-03 05-01 05-05 05-06 06-03 06-06 08-15 10-03 10-06 10-07 10-08 10-09 12-25',
  ],
  [
    'KR',
    2026,
    '01-01 02-16 02-17 02-18 03-02 05-01 05-05 05-25 06-03 07-17 08-17 09-24 09-25 10-05 10-09 12-25',
  ],
  ['KR', 2027, '01-01 02-08 02-09 03-01 05-03 05-05 05-13 07-19 08-16 09-14 09-15 09-16 10-04 10-11 12-27'],
  [
    'KR',
    2028,
    '01-26 01-27 01-28 03-01 04-12 05-01 05-02 05-05 06-06 07-17 08-15 10-02 10-03 10-04 10-05 10-09 12-25',
  ],
  [
    'KR',
    2029,
    '01-01 02-12 02-13 02-14 03-01 05-01 05-07 05-21 06-06 07-17 08-15 09-21 09-24 10-03 10-09 12-25',
  ],
  ['FR', 2026, '01-01 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25'],
  [
    'JP',
    2026,
    '01-01 01-12 02-11 02-23 03-20 04-29 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23',
  ],
  ['CH', 2026, '01-01 05-14 12-25'],
];

describe('the calendar tells the truth', () => {
  it.each(TRUTH)('%s %i', (set, year, expected) => {
    const [country = '', region] = set.split('-');
    const table = holidayTableSchema.parse(
      JSON.parse(readFileSync(`public/holidays/${country}.json`, 'utf8')),
    );
    const holidays = resolveHolidays([region === undefined ? { country } : { country, region }], [table]);
    const world = { calendar: calendar(), holidays, schedule: null };
    const off = daysOf({ start: day(`${year}-01-01`), end: day(`${year + 1}-01-01`) }).filter((date) => {
      const { weight, reasons } = orgWeight(date, world);
      return weight.n === 0n && reasons.some((reason) => reason.kind === 'weekday' && reason.weight > 0);
    });
    expect(off.map((date) => date.slice(5)).join(' ')).toBe(expected);
  });
});
