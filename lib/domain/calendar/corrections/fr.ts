import { type Correction, rows, yearly } from './correction.ts';

/** Decree 83-1003: Saint Martin keeps the day after Guadeloupe's. */
export const FR: readonly Correction[] = [
  ...rows('FR', 'drop', yearly('05-27', 'Abolition of Slavery'), ['MF']),
  ...rows('FR', 'add', yearly('05-28', 'Abolition of Slavery', "Abolition de l'esclavage"), ['MF']),
];
