/**
 * Builds public/holidays/<CC>.json from the dev dependency date-holidays: `node scripts/holidays.ts [--out DIR]`.
 * Public holidays only, whole days, nation-wide days apart from each region's own. The library itself (1.4 MB of
 * rules) is not shipped.
 */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Holidays from 'date-holidays';
import type { HolidayTable } from '../lib/domain/calendar/holiday-table.ts';

export const COUNTRIES =
  'AT AU BE BR CA CH CZ DE DK ES FI FR GB HK IE IN IT JP KR MX NL NO NZ PL PT SE SG TW US ZA'.split(' ');
export const FROM = 2025;
export const TO = 2029;

/**
 * The library lists some days for a whole country that single parts of it do not keep (Easter Monday is no bank
 * holiday in Scotland, Good Friday no holiday in Ticino). Here only a day that every part keeps is nation-wide;
 * the others move to the parts that keep them. Elsewhere the national list is the law's own (US federal days),
 * or the library's dropped days are its own quirk.
 */
const KEPT_BY_EVERY_REGION = new Set(['GB', 'CH']);
/** Parts the library knows that have no say in what is nation-wide. */
const NOT_A_PART = new Set(['GB-ALD']);

/** Countries whose parts the library knows by their fixed dates only, while most of their days follow the moon. */
const WITHOUT_PARTS = new Set(['IN']);

interface Name {
  en: string;
  local?: string;
}
type Days = Map<string, Name>;

/** The table of one country, days in order. */
export function holidayTable(country: string): HolidayTable {
  const library = new Holidays();
  const national = daysOf(country);
  const known = WITHOUT_PARTS.has(country) ? undefined : library.getStates(country);
  const parts = Object.entries((known as Record<string, string> | undefined) ?? {})
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, name]) => ({ code, name, days: daysOf(country, code) }));
  if (KEPT_BY_EVERY_REGION.has(country)) {
    const voters = parts.filter((part) => !NOT_A_PART.has(`${country}-${part.code}`));
    for (const day of national.keys()) if (!voters.every((part) => part.days.has(day))) national.delete(day);
  }
  const names: Name[] = [];
  const indexed = (days: Days): Record<string, number> =>
    Object.fromEntries(
      [...days].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([day, name]) => [day, indexOf(names, name)]),
    );
  const days = indexed(national);
  const regions = parts.map(({ code, name, days: own }) => {
    const added = new Map([...own].filter(([day]) => !national.has(day)));
    const drop = [...national.keys()].filter((day) => !own.has(day)).toSorted();
    return [code, { name, add: indexed(added), drop }] as const;
  });
  return {
    v: 1,
    country,
    name: (library.getCountries('en') as Record<string, string>)[country] ?? country,
    from: FROM,
    to: TO,
    source: source(),
    names,
    days,
    regions: Object.fromEntries(regions),
  } as HolidayTable;
}

/** What is written to disk: one day a line would triple the size, one line a table would make unreadable diffs. */
export function tableText(table: HolidayTable): string {
  const { regions, ...rest } = table;
  const lines = Object.entries(rest).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  const parts = Object.entries(regions).map(
    ([code, value]) => `  ${JSON.stringify(code)}:${JSON.stringify(value)}`,
  );
  const last = parts.length > 0 ? `"regions":{\n${parts.join(',\n')}\n}` : '"regions":{}';
  return `{\n${[...lines, last].join(',\n')}\n}\n`;
}

function daysOf(country: string, region?: string): Days {
  const holidays = region === undefined ? new Holidays(country) : new Holidays(country, region);
  const home = holidays.getLanguages().find((language) => !language.startsWith('en'));
  const days: Days = new Map();
  for (let year = FROM; year <= TO; year += 1) {
    const local = home === undefined ? [] : holidays.getHolidays(year, home);
    for (const holiday of holidays.getHolidays(year, 'en')) {
      if (holiday.type !== 'public') continue;
      // Whole days only: an evening or an afternoon (Christmas Eve from 19:00 in South Australia, 1 May from noon
      // in Solothurn) is for the company's own list, where the half can be said.
      if (holiday.date.slice(11, 16) !== '00:00') continue;
      const twin = local.find((other) => other.date === holiday.date && other.rule === holiday.rule)?.name;
      const name: Name =
        twin === undefined || twin === holiday.name
          ? { en: holiday.name }
          : { en: holiday.name, local: twin };
      const length = Math.round((holiday.end.getTime() - holiday.start.getTime()) / 86_400_000);
      for (let offset = 0; offset < Math.max(1, length); offset += 1) {
        const day = plusDays(holiday.date.slice(0, 10), offset);
        if (!days.has(day) && Number(day.slice(0, 4)) <= TO) days.set(day, name);
      }
    }
  }
  return days;
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function indexOf(names: Name[], name: Name): number {
  const found = names.findIndex((other) => other.en === name.en && other.local === name.local);
  return found >= 0 ? found : names.push(name) - 1;
}

function source(): HolidayTable['source'] {
  const entry = createRequire(import.meta.url).resolve('date-holidays');
  const manifest = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8')) as {
    version: string;
    license: string;
  };
  return {
    package: 'date-holidays',
    version: manifest.version,
    licence: manifest.license.replace(/^\((.*)\)$/, '$1'),
    attribution:
      'Dates from date-holidays by commenthol and contributors (code ISC; holiday data CC BY-SA 3.0, drawn from ' +
      'Wikipedia articles). This file is a selection of that data and may be shared under CC BY-SA 3.0.',
  };
}

async function main(args: readonly string[]): Promise<void> {
  const at = args.indexOf('--out');
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const out = resolve(at >= 0 ? (args[at + 1] ?? '') : join(root, 'public', 'holidays'));
  await mkdir(out, { recursive: true });
  for (const country of COUNTRIES) {
    const text = tableText(holidayTable(country));
    await writeFile(join(out, `${country}.json`), text);
    process.stdout.write(`${country} ${(text.length / 1024).toFixed(1)} kB\n`);
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  await main(process.argv.slice(2));
}
