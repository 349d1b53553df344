import { browser } from 'wxt/browser';

/** The match pattern a CRM's address needs; null when it is no http(s) address. A permission knows no path. */
export function originOf(address: string): string | null {
  const text = /^https?:\/\//i.test(address.trim()) ? address.trim() : `https://${address.trim()}`;
  try {
    const url = new URL(text);
    if (!url.hostname.includes('.') && url.hostname !== 'localhost') return null;
    return `${url.protocol}//${url.hostname}/*`;
  } catch {
    return null;
  }
}

/**
 * Asks the browser for one origin. Must be called in the click itself, before any await: afterwards the browser
 * no longer believes that a person asked.
 */
export function askForOrigin(address: string): Promise<boolean> {
  const origin = originOf(address);
  if (origin === null) return Promise.resolve(false);
  return browser.permissions.request({ origins: [origin] });
}

export function hasOrigin(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [origin] });
}
