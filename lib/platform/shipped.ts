import { browser } from 'wxt/browser';

/** The holiday table of a country as shipped; null when there is none. */
export async function holidayTable(country: string): Promise<unknown> {
  if (!/^[A-Z]{2}$/.test(country)) return null;
  return shipped(`/holidays/${country}.json`);
}

/** The settings file an administrator deployed; in the local build, the seed laid beside it. Null without either. */
export async function managedSettings(): Promise<unknown> {
  if (__TOUCHLINE_LOCAL__) {
    const seed = await shipped('/seed.json');
    if (seed !== null) return seed;
  }
  try {
    const deployed = await browser.storage.managed.get(null);
    return Object.keys(deployed).length > 0 ? deployed : null;
  } catch {
    // Browsers without a policy store answer with an error instead of nothing.
    return null;
  }
}

export function browserLanguage(): 'en' | 'ko' {
  return browser.i18n.getUILanguage().startsWith('ko') ? 'ko' : 'en';
}

async function shipped(path: string): Promise<unknown> {
  try {
    const answer = await fetch((browser.runtime.getURL as (path: string) => string)(path));
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
