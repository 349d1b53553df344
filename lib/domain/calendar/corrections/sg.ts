import { type Correction, rows } from './correction.ts';

/** The Ministry of Manpower's list for 2027. */
export const SG: readonly Correction[] = [
  ...rows('SG', 'add', [
    ['2027-03-10', 'Hari Raya Puasa'],
    ['2027-05-17', 'Hari Raya Haji (substitute day)'],
    ['2027-05-20', 'Vesak Day'],
  ]),
  ...rows('SG', 'drop', [['2027-03-09', 'Hari Raya Puasa']]),
];
