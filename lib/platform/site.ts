export interface Site {
  readonly address: string;
  /** What the permission to read it is asked for: it knows no path and no port. */
  readonly pattern: string;
}

/**
 * An address as typed or copied, with https where no scheme was typed. Null when it is none: a bare word is none, but a
 * host without a dot is one when its scheme was typed (`http://odoo:8069`).
 */
export function siteOf(text: string): Site | null {
  const typed = text.trim();
  const schemed = /^https?:\/\//i.test(typed);
  if (!schemed && /^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return null;
  try {
    const url = new URL(schemed ? typed : `https://${typed}`);
    const named = schemed || url.hostname.includes('.') || url.hostname === 'localhost';
    return named ? { address: url.href, pattern: `${url.protocol}//${url.hostname}/*` } : null;
  } catch {
    return null;
  }
}
