import type { Day } from '../time.ts';
import { CORRECTIONS, NAMED_UNTIL } from './corrections/all.ts';
import type { Correction } from './corrections/correction.ts';
import type { HolidayTable } from './holiday-table.ts';
import type { HolidaySet, OwnCorrection } from './work-calendar.ts';

export interface HolidayName {
  readonly en: string;
  readonly local?: string;
}

/** Public holidays of a calendar, ready to be asked by day. */
export interface Holidays {
  readonly days: ReadonlyMap<Day, HolidayName>;
  /** Years every chosen set knows, both inclusive; null when no set is chosen, for then there is nothing to know. */
  readonly known: { readonly from: number; readonly to: number } | null;
  /** Sets chosen whose table or region is not here: their holidays are unknown, and whoever shows pace says so. */
  readonly missing: readonly HolidaySet[];
}

/** No public holidays chosen. */
export const NO_HOLIDAYS: Holidays = { days: new Map(), known: null, missing: [] };

/**
 * Lays three sheets over each other: the tables of the chosen sets, our corrections, the organisation's own.
 * A set without a region gives nation-wide days only.
 */
export function resolveHolidays(
  sets: readonly HolidaySet[],
  tables: readonly HolidayTable[],
  own: readonly OwnCorrection[] = [],
  corrections: readonly Correction[] = CORRECTIONS,
): Holidays {
  const days = new Map<Day, HolidayName>();
  const missing: HolidaySet[] = [];
  const used: HolidayTable[] = [];
  for (const set of sets) {
    const table = tables.find((candidate) => candidate.country === set.country);
    if (!table || (set.region !== undefined && !table.regions[set.region])) missing.push(set);
    if (!table) continue;
    used.push(table);
    for (const [day, name] of holidaysOf(table, set.region, corrections)) days.set(day, name);
  }
  for (const { day, op, name } of own) {
    if (op === 'add') days.set(day, { en: name });
    else days.delete(day);
  }
  const known =
    used.length === 0
      ? null
      : {
          from: Math.max(...used.map((table) => table.from)),
          to: Math.min(...used.map((table) => Math.min(table.to, NAMED_UNTIL[table.country] ?? table.to))),
        };
  return { days, known, missing };
}

/** False when a day in [start, end) lies outside what the tables know: its holidays are unknown, not absent. */
export function holidaysKnown(holidays: Holidays, start: Day, end: Day): boolean {
  if (holidays.missing.length > 0) return false;
  if (holidays.known === null) return true;
  return start >= `${holidays.known.from}-01-01` && end <= `${holidays.known.to + 1}-01-01`;
}

function holidaysOf(
  table: HolidayTable,
  region: string | undefined,
  corrections: readonly Correction[],
): Map<Day, HolidayName> {
  const days = new Map<Day, HolidayName>();
  const put = (list: Readonly<Record<string, number>>): void => {
    for (const [day, index] of Object.entries(list)) {
      const name = table.names[index];
      if (name)
        days.set(day as Day, name.local === undefined ? { en: name.en } : { en: name.en, local: name.local });
    }
  };
  put(table.days);
  const part = region === undefined ? undefined : table.regions[region];
  if (part) {
    for (const day of part.drop) days.delete(day);
    put(part.add);
  }
  for (const { country, day, op, name, regions } of corrections) {
    if (country !== table.country || (regions && (region === undefined || !regions.includes(region))))
      continue;
    if (op === 'add') days.set(day, name);
    else days.delete(day);
  }
  return days;
}
