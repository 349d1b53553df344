import { type Correction, rows } from './correction.ts';

/** Proclaimed for the local government elections. */
export const ZA: readonly Correction[] = rows('ZA', 'add', [['2026-11-04', 'Local government elections']]);
