import { type Correction, type Row, rows } from './correction.ts';

/**
 * Gazetted holidays of the central government (yearly office memoranda of the Department of Personnel and Training).
 * The tables have only those on fixed dates; the others follow the moon and are named a year at a time.
 */
const IN_ADD: readonly Row[] = [
  ['2025-02-26', 'Maha Shivaratri'],
  ['2025-03-14', 'Holi'],
  ['2025-03-31', 'Id-ul-Fitr'],
  ['2025-04-10', 'Mahavir Jayanti'],
  ['2025-05-12', 'Buddha Purnima'],
  ['2025-06-07', 'Id-ul-Zuha'],
  ['2025-07-06', 'Muharram'],
  ['2025-08-16', 'Janmashtami'],
  ['2025-09-05', 'Milad-un-Nabi'],
  ['2025-10-20', 'Diwali'],
  ['2025-11-05', "Guru Nanak's Birthday"],
  ['2026-03-04', 'Holi'],
  ['2026-03-21', 'Id-ul-Fitr'],
  ['2026-03-26', 'Ram Navami'],
  ['2026-03-31', 'Mahavir Jayanti'],
  ['2026-05-01', 'Buddha Purnima'],
  ['2026-05-27', 'Id-ul-Zuha'],
  ['2026-06-26', 'Muharram'],
  ['2026-08-26', 'Milad-un-Nabi'],
  ['2026-09-04', 'Janmashtami'],
  ['2026-10-20', 'Dussehra'],
  ['2026-11-08', 'Diwali'],
  ['2026-11-24', "Guru Nanak's Birthday"],
];

export const IN: readonly Correction[] = rows('IN', 'add', IN_ADD);
