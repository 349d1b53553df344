import { BR } from './br.ts';
import { CA } from './ca.ts';
import { CH } from './ch.ts';
import type { Correction } from './correction.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { GB } from './gb.ts';
import { IN } from './in.ts';
import { KR } from './kr.ts';
import { SG } from './sg.ts';
import { TW } from './tw.ts';
import { US } from './us.ts';
import { ZA } from './za.ts';

/**
 * Our own sheet over the holiday tables. A row is removed when the library has caught up:
 * tests/lib/domain/calendar/holidays.test.ts fails on one that no longer changes anything.
 */
export const CORRECTIONS: readonly Correction[] = [
  ...BR,
  ...CA,
  ...CH,
  ...ES,
  ...FR,
  ...GB,
  ...IN,
  ...KR,
  ...SG,
  ...TW,
  ...US,
  ...ZA,
];

/**
 * The last year whose days that follow the moon a government has named. Later ones are estimates, and those of India
 * not even that: unknown, not absent.
 */
export const NAMED_UNTIL: Readonly<Record<string, number>> = { IN: 2026, SG: 2027 };
