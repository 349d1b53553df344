import { calendarSettingsSchema, type OwnSettings, type SettingsFile } from './settings.ts';

type Parts = Readonly<Record<string, unknown>>;

/**
 * A person's own settings over a file: the company's, or one already in force. Pieces of a calendar without a country
 * are kept and make no calendar yet.
 */
export function laidOver(file: SettingsFile | null, own: OwnSettings): SettingsFile {
  const { calendar: pieces, ...parts } = own;
  const { calendar: given, ...rest } = file ?? {};
  const calendar = calendarSettingsSchema.safeParse({ ...given, ...pieces });
  return { ...rest, ...parts, touchline: 1, ...(calendar.success ? { calendar: calendar.data } : {}) };
}

/**
 * Own settings after some parts were set. What is now as the company has it is nobody's own: it goes on following,
 * also when the company changes it later.
 */
export function withParts(company: SettingsFile | null, own: OwnSettings, set: OwnSettings): OwnSettings {
  const { calendar: before, ...parts } = own;
  const { calendar: pieces, ...setParts } = set;
  const calendar = calendarApart(company?.calendar ?? {}, { ...before, ...pieces });
  return {
    ...apart(company ?? {}, { ...parts, ...setParts }),
    touchline: 1,
    ...(Object.keys(calendar).length > 0 ? { calendar } : {}),
  };
}

/** A region is one of its country: the two are followed together or not at all. */
function calendarApart(company: Parts, own: NonNullable<OwnSettings['calendar']>): typeof own {
  const place = { country: company['country'], region: company['region'], ...pick(own, 'country', 'region') };
  const { country: _country, region: _region, ...rest } = own;
  const same = isSame(place, { country: company['country'], region: company['region'] });
  const moved = same ? {} : place;
  return { ...moved, ...apart(company, rest) } as typeof own;
}

function apart<Own extends object>(company: Parts, own: Own): Own {
  const kept = Object.entries(own).filter(([part, value]) => !isSame(company[part], value));
  return Object.fromEntries(kept) as Own;
}

function pick(parts: Parts, ...names: readonly string[]): Parts {
  return Object.fromEntries(Object.entries(parts).filter(([name]) => names.includes(name)));
}

/** Both have passed the same schema: plain data, which is the same when it is written the same, keys in any order. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, part]) => [name, ordered(part)]);
}
