import * as z from 'zod';
import { daySchema } from '../time.ts';
import { countrySchema } from './work-calendar.ts';

/** Day → index into `names`. */
const daysSchema = z.record(daySchema, z.int().min(0));

/**
 * One country's public holidays as built by scripts/holidays.ts into public/holidays/<CC>.json. Raw material:
 * `resolveHolidays` lays our corrections over it.
 */
export const holidayTableSchema = z
  .strictObject({
    v: z.literal(1),
    country: countrySchema,
    name: z.string(),
    /** Years the table knows, both inclusive. Outside them holidays are unknown, not absent. */
    from: z.int(),
    to: z.int(),
    source: z.strictObject({
      package: z.string(),
      version: z.string(),
      licence: z.string(),
      attribution: z.string(),
    }),
    /** English first, then the name at home where it differs. */
    names: z.array(z.strictObject({ en: z.string(), local: z.string().optional() })),
    /** Nation-wide days: all that is assumed when no region is chosen. */
    days: daysSchema,
    regions: z.record(
      z.string(),
      z.strictObject({ name: z.string(), add: daysSchema, drop: z.array(daySchema) }),
    ),
  })
  .refine(namesExist, 'a day points at a name that is not there');
export type HolidayTable = z.infer<typeof holidayTableSchema>;

function namesExist(table: {
  names: readonly unknown[];
  days: Readonly<Record<string, number>>;
  regions: Readonly<Record<string, { add: Readonly<Record<string, number>> }>>;
}): boolean {
  const used = [table.days, ...Object.values(table.regions).map((region) => region.add)].flatMap(
    Object.values,
  );
  return used.every((index) => index < table.names.length);
}
