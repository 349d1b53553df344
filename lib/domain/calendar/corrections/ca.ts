import { type Correction, feast, rows, yearly } from './correction.ts';

/**
 * Employment standards acts of the provinces. Days that follow a holiday on a weekend are left to the employer by
 * them, and so to the organisation's own list.
 */
const RECONCILIATION = yearly('09-30', 'National Day for Truth and Reconciliation');
const EASTER_MONDAYS = ['2025-04-21', '2026-04-06', '2027-03-29', '2028-04-17', '2029-04-02'];
const GOLD_CUP = ['2025-08-15', '2026-08-21', '2027-08-20', '2028-08-18', '2029-08-17'];

export const CA: readonly Correction[] = [
  ...rows('CA', 'add', RECONCILIATION, ['BC', 'MB', 'NT', 'NU', 'PE', 'YT']),
  ...rows('CA', 'add', yearly('07-09', 'Nunavut Day'), ['NU']),
  ...rows('CA', 'drop', feast('Easter Monday', ...EASTER_MONDAYS), ['ON', 'NT', 'YT']),
  ...rows('CA', 'drop', yearly('12-26', 'Boxing Day'), ['NT']),
  ...rows('CA', 'drop', feast('Gold Cup Parade Day', ...GOLD_CUP), ['PE']),
];
