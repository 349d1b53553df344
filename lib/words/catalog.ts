import { callsEn } from './calls.en.ts';
import { callsKo } from './calls.ko.ts';
import { coachingEn } from './coaching.en.ts';
import { coachingKo } from './coaching.ko.ts';
import { crmEn } from './crm.en.ts';
import { crmKo } from './crm.ko.ts';
import { metricsEn } from './metrics.en.ts';
import { metricsKo } from './metrics.ko.ts';
import { notesEn } from './notes.en.ts';
import { notesKo } from './notes.ko.ts';
import { outboxEn } from './outbox.en.ts';
import { outboxKo } from './outbox.ko.ts';
import { panelEn } from './panel.en.ts';
import { panelKo } from './panel.ko.ts';
import { progressEn } from './progress.en.ts';
import { progressKo } from './progress.ko.ts';
import { dashboardEn } from './dashboard.en.ts';
import { dashboardKo } from './dashboard.ko.ts';
import { dataEn } from './data.en.ts';
import { dataKo } from './data.ko.ts';
import { optionsEn } from './options.en.ts';
import { optionsKo } from './options.ko.ts';
import { setupEn } from './setup.en.ts';
import { setupKo } from './setup.ko.ts';
import { uiEn } from './ui.en.ts';
import { uiKo } from './ui.ko.ts';

/**
 * Every room of words. A new room is two files (`<room>.en.ts`, `<room>.ko.ts`, the second one
 * `satisfies Record<keyof typeof <room>En, string>`) and one line here; `tests/meta/words.test.ts` does the rest.
 */
export const catalog = {
  ui: { en: uiEn, ko: uiKo },
  panel: { en: panelEn, ko: panelKo },
  calls: { en: callsEn, ko: callsKo },
  progress: { en: progressEn, ko: progressKo },
  metrics: { en: metricsEn, ko: metricsKo },
  coaching: { en: coachingEn, ko: coachingKo },
  notes: { en: notesEn, ko: notesKo },
  outbox: { en: outboxEn, ko: outboxKo },
  crm: { en: crmEn, ko: crmKo },
  dashboard: { en: dashboardEn, ko: dashboardKo },
  data: { en: dataEn, ko: dataKo },
  options: { en: optionsEn, ko: optionsKo },
  setup: { en: setupEn, ko: setupKo },
} as const;

export type Catalog = typeof catalog;
export type Room = keyof Catalog;
export type KeyOf<R extends Room> = keyof Catalog[R]['en'] & string;
/** `room.key`, for example `panel.save`. */
export type WordKey = { [R in Room]: `${R}.${KeyOf<R>}` }[Room];
export type PatternOf<K extends WordKey> = K extends `${infer R}.${infer Rest}`
  ? R extends Room
    ? Rest extends KeyOf<R>
      ? Catalog[R]['en'][Rest]
      : never
    : never
  : never;
