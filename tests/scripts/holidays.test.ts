import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { holidayTableSchema } from '@/lib/domain/calendar/holiday-table';
import { COUNTRIES, FROM, holidayTable, tableText, TO } from '../../scripts/holidays.ts';

const written = (country: string): string => readFileSync(`public/holidays/${country}.json`, 'utf8');

describe('the holiday tables', () => {
  it('exist for every country of the list, and for no other', () => {
    const files = readdirSync('public/holidays').filter((name) => name.endsWith('.json'));
    expect(files.toSorted()).toEqual(COUNTRIES.map((country) => `${country}.json`).toSorted());
  });

  it.each(COUNTRIES)('%s is well-formed, small, attributed and fills each year', (country) => {
    const table = holidayTableSchema.parse(JSON.parse(written(country)));
    expect([table.country, table.from, table.to]).toEqual([country, FROM, TO]);
    expect(statSync(`public/holidays/${country}.json`).size).toBeLessThan(24_000);
    expect(table.source.licence).toBe('ISC AND CC-BY-3.0');
    expect(table.source.attribution).toContain('CC BY-SA 3.0');
    for (let year = FROM; year <= TO; year += 1) {
      expect(
        Object.keys(table.days).filter((day) => day.startsWith(String(year))).length,
      ).toBeGreaterThanOrEqual(5);
    }
    expect(Object.keys(table.days)).toEqual(Object.keys(table.days).toSorted());
    for (const region of Object.values(table.regions)) {
      expect(region.drop.filter((day) => !(day in table.days))).toEqual([]);
      expect(Object.keys(region.add).filter((day) => day in table.days)).toEqual([]);
    }
  });

  it.each(['KR', 'GB', 'DE', 'US'])('%s is what the installed library gives', (country) => {
    expect(tableText(holidayTable(country))).toBe(written(country));
  });
});
