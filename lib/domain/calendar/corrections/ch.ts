import { type Correction, feast, rows, yearly } from './correction.ts';

/**
 * "Gesetzliche Feiertage und Tage, die in der Schweiz wie gesetzliche Feiertage behandelt werden", Federal Office of
 * Justice. In Appenzell Ausserrhoden and Uri St Stephen's is none on a Tuesday or Saturday.
 */
const EASTER_MONDAYS = ['2025-04-21', '2026-04-06', '2027-03-29', '2028-04-17', '2029-04-02'];
const WHIT_MONDAYS = ['2025-06-09', '2026-05-25', '2027-05-17', '2028-06-05', '2029-05-21'];

export const CH: readonly Correction[] = [
  ...rows('CH', 'add', yearly('01-02', "St Berchtold's Day", 'Berchtoldstag'), ['LU']),
  ...rows('CH', 'add', feast('Easter Monday', ...EASTER_MONDAYS), ['LU']),
  ...rows('CH', 'add', feast('Whit Monday', ...WHIT_MONDAYS), ['LU']),
  ...rows('CH', 'drop', feast('Easter Monday', ...EASTER_MONDAYS), ['NE']),
  ...rows('CH', 'drop', feast('Whit Monday', ...WHIT_MONDAYS), ['VS']),
  // The first Thursday of April, a week later only when that one lies in Holy Week.
  ...rows('CH', 'add', [['2027-04-01', 'Battle of Näfels', 'Näfelser Fahrt']], ['GL']),
  ...rows('CH', 'drop', [['2027-04-08', 'Battle of Näfels', 'Näfelser Fahrt']], ['GL']),
  ...rows('CH', 'drop', yearly('12-24', 'Christmas Eve'), ['GL']),
  ...rows('CH', 'drop', yearly('12-31', "New Year's Eve"), ['GL']),
  // A few communes keep it, the canton does not.
  ...rows('CH', 'drop', yearly('03-19', 'Saint Joseph'), ['SO']),
  ...rows('CH', 'add', yearly('12-08', 'Immaculate Conception', 'Mariä Empfängnis'), ['AI']),
  ...rows('CH', 'add', [['2025-12-26', "St Stephen's Day", 'Stephanstag']], ['UR']),
  ...rows('CH', 'drop', feast("St Stephen's Day", '2026-12-26', '2028-12-26'), ['AR', 'UR']),
];
