import { type Correction, type Row, rows } from './correction.ts';

/** 5 U.S.C. 6103: a Saturday holiday is kept on the Friday before, a Sunday one on the Monday after. */
const US_ADD: readonly Row[] = [
  ['2028-11-10', 'Veterans Day (observed)'],
  ['2029-11-12', 'Veterans Day (observed)'],
];

export const US: readonly Correction[] = rows('US', 'add', US_ADD);
