import { type Correction, type Row, rows } from './correction.ts';

/** Royal proclamation of 3 February 2026, Scotland only. */
const GB_SCT_ADD: readonly Row[] = [['2026-06-15', 'World Cup bank holiday']];

export const GB: readonly Correction[] = rows('GB', 'add', GB_SCT_ADD, ['SCT']);
