import { type Correction, rows, yearly } from './correction.ts';

/** Days of the communities by their own statutes, and what the yearly list in the BOE moved in 2026. */
export const ES: readonly Correction[] = [
  ...rows('ES', 'add', yearly('10-09', 'Valencian Community Day', 'Dia de la Comunitat Valenciana'), ['VC']),
  ...rows('ES', 'add', yearly('06-09', 'Murcia Day', 'Día de la Región de Murcia'), ['MC']),
  ...rows('ES', 'drop', yearly('06-28', 'Cantabria Institutions Day'), ['CB']),
  ...rows(
    'ES',
    'add',
    yearly('07-28', 'Cantabria Institutions Day', 'Día de las Instituciones de Cantabria'),
    ['CB'],
  ),
  ...rows('ES', 'add', yearly('12-03', 'Saint Francis Xavier', 'San Francisco Javier'), ['NC']),
  ...rows(
    'ES',
    'add',
    [['2028-12-04', 'Saint Francis Xavier (substitute day)', 'San Francisco Javier']],
    ['NC'],
  ),
  ...rows('ES', 'add', [['2026-06-24', 'Saint John', 'San Xoán']], ['GA']),
  ...rows('ES', 'add', [['2026-04-06', 'Easter Monday', 'Lunes de Pascua']], ['CM']),
];
