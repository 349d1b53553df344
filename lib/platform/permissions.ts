import { browser } from 'wxt/browser';
import { siteOf } from './site';

/**
 * Asks the browser for one origin. Must be called in the click itself, before any await: afterwards the browser
 * no longer believes that a person asked.
 */
export function askForOrigin(address: string): Promise<boolean> {
  const site = siteOf(address);
  if (site === null) return Promise.resolve(false);
  return browser.permissions.request({ origins: [site.pattern] });
}

export async function hasOrigin(address: string): Promise<boolean> {
  const site = siteOf(address);
  return site !== null && browser.permissions.contains({ origins: [site.pattern] });
}

/** Gives a permission back. One that the build itself names (a company's, the local one) stays: it is not ours to give. */
export async function giveBack(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
}
