import { browser } from 'wxt/browser';
import { languageAmong, type Language } from '@/lib/domain/settings';

/** The holiday table of a country as shipped; null when there is none. */
export function holidayTable(country: string): Promise<unknown> {
  if (!/^[A-Z]{2}$/.test(country)) return Promise.resolve(null);
  return shipped(`/holidays/${country}.json`);
}

let deployed: Promise<unknown> | null = null;

/**
 * The settings file an administrator deployed; in the local build, the seed laid beside it. Null without either.
 * Every answer of the background rests on it, so it is read once in a worker's life, and again when the policy changes.
 */
export function managedSettings(): Promise<unknown> {
  deployed ??= readManaged();
  return deployed;
}

/** Calls back when the policy has changed. Must be called synchronously at the start of the worker. */
export function onManagedSettings(changed: () => void): void {
  browser.storage.managed?.onChanged?.addListener(() => {
    deployed = readManaged();
    changed();
  });
}

async function readManaged(): Promise<unknown> {
  if (__TOUCHLINE_LOCAL__) {
    const seed = await shipped('/seed.json');
    if (seed !== null) return seed;
  }
  try {
    const policy = await browser.storage.managed.get(null);
    return Object.keys(policy).length > 0 ? policy : null;
  } catch {
    // Browsers without a policy store answer with an error instead of nothing.
    return null;
  }
}

/**
 * The languages the person has set, which a worker knows too. Not `i18n.getUILanguage()`: it names the language the
 * browser's own menus were built with, which is English in many a Chromium used in Korean.
 */
export function browserLanguage(): Language {
  return languageAmong(navigator.languages);
}

const files = new Map<string, Promise<unknown>>();

/** A file of the build does not change while a worker lives: each is read once. */
function shipped(path: string): Promise<unknown> {
  const known = files.get(path);
  if (known) return known;
  const reading = readShipped(path);
  files.set(path, reading);
  return reading;
}

async function readShipped(path: string): Promise<unknown> {
  try {
    const answer = await fetch((browser.runtime.getURL as (path: string) => string)(path));
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
