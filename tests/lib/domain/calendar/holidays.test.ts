import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CORRECTIONS } from '@/lib/domain/calendar/corrections/all';
import { holidayTableSchema } from '@/lib/domain/calendar/holiday-table';
import { holidaysKnown, NO_HOLIDAYS, resolveHolidays } from '@/lib/domain/calendar/holidays';
import { day } from './support';

const table = (country: string) =>
  holidayTableSchema.parse(JSON.parse(readFileSync(`public/holidays/${country}.json`, 'utf8')));
const german = table('DE');

describe('holidays of a calendar', () => {
  it('are none when no set is chosen', () => {
    expect(resolveHolidays([], [german]).days.size).toBe(0);
  });

  it('are nation-wide days only without a region', () => {
    const whole = resolveHolidays([{ country: 'DE' }], [german]).days;
    const bavaria = resolveHolidays([{ country: 'DE', region: 'BY' }], [german]).days;
    expect([whole.has(day('2026-01-06')), bavaria.has(day('2026-01-06'))]).toEqual([false, true]);
    expect(bavaria.get(day('2026-01-06'))).toEqual({ en: 'Epiphany', local: 'Heilige Drei Könige' });
  });

  it('leave out what a region does not keep', () => {
    const federal = resolveHolidays([{ country: 'US' }], [table('US')]).days;
    const california = resolveHolidays([{ country: 'US', region: 'CA' }], [table('US')]).days;
    expect([federal.has(day('2026-10-12')), california.has(day('2026-10-12'))]).toEqual([true, false]);
  });

  it('join several sets', () => {
    const both = resolveHolidays([{ country: 'DE' }, { country: 'KR' }], [german, table('KR')]).days;
    expect([both.has(day('2026-05-14')), both.has(day('2026-02-17'))]).toEqual([true, true]);
  });

  it('take the organisation’s own corrections last', () => {
    const own = [
      { day: day('2026-05-14'), op: 'drop', name: 'Open' },
      { day: day('2026-05-15'), op: 'add', name: 'Bridge day' },
    ] as const;
    const { days } = resolveHolidays([{ country: 'DE' }], [german], own);
    expect([days.has(day('2026-05-14')), days.get(day('2026-05-15'))]).toEqual([false, { en: 'Bridge day' }]);
  });

  it('say what is missing instead of assuming no holidays', () => {
    const holidays = resolveHolidays([{ country: 'DE', region: 'XX' }, { country: 'ZZ' }], [german]);
    expect(holidays.missing).toEqual([{ country: 'DE', region: 'XX' }, { country: 'ZZ' }]);
    expect(holidaysKnown(holidays, day('2026-01-01'), day('2026-02-01'))).toBe(false);
  });

  it('are known inside the years of the table only', () => {
    const holidays = resolveHolidays([{ country: 'DE' }], [german]);
    expect(holidaysKnown(holidays, day('2025-01-01'), day('2030-01-01'))).toBe(true);
    expect(holidaysKnown(holidays, day('2029-12-31'), day('2030-01-02'))).toBe(false);
    expect(holidaysKnown(holidays, day('2024-12-31'), day('2025-01-02'))).toBe(false);
    expect(holidaysKnown(NO_HOLIDAYS, day('2040-01-01'), day('2041-01-01'))).toBe(true);
  });

  it('are known only as far as a government has named what follows the moon', () => {
    const known = (country: string, from: string, to: string) =>
      holidaysKnown(resolveHolidays([{ country }], [table(country)]), day(from), day(to));
    expect([known('IN', '2026-01-01', '2027-01-01'), known('IN', '2026-12-01', '2027-01-02')]).toEqual([
      true,
      false,
    ]);
    expect([known('SG', '2027-01-01', '2028-01-01'), known('SG', '2028-01-01', '2028-02-01')]).toEqual([
      true,
      false,
    ]);
  });

  it('of Indian states are not known: most of their days follow the moon and are not in the tables', () => {
    const state = resolveHolidays([{ country: 'IN', region: 'MH' }], [table('IN')]);
    expect(state.missing).toEqual([{ country: 'IN', region: 'MH' }]);
  });
});

describe('the table of corrections', () => {
  it('holds no row that changes nothing: the library has caught up, remove it', () => {
    const idle = CORRECTIONS.flatMap((row) =>
      (row.regions ?? [undefined]).flatMap((region) => {
        const set = region === undefined ? { country: row.country } : { country: row.country, region };
        const without = CORRECTIONS.filter((other) => other !== row);
        const { days } = resolveHolidays([set], [table(row.country)], [], without);
        return days.has(row.day) === (row.op === 'add')
          ? [`${row.country}-${region} ${row.op} ${row.day}`]
          : [];
      }),
    );
    expect(idle).toEqual([]);
  });

  it('limits a regional row to its region', () => {
    const england = resolveHolidays([{ country: 'GB', region: 'ENG' }], [table('GB')]).days;
    const britain = resolveHolidays([{ country: 'GB' }], [table('GB')]).days;
    expect([england.has(day('2026-06-15')), britain.has(day('2026-06-15'))]).toEqual([false, false]);
  });
});
