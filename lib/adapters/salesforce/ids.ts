import type { ObjectKind } from '@/lib/domain/record';

/** The four objects we know, by API name. */
export const KINDS: Readonly<Record<string, ObjectKind>> = {
  Opportunity: 'deal',
  Lead: 'lead',
  Contact: 'contact',
  Account: 'account',
};

/** Salesforce's fixed key prefixes: what an id is of, when the address does not name the object. */
const PREFIXES: Readonly<Record<string, string>> = {
  '006': 'Opportunity',
  '00Q': 'Lead',
  '003': 'Contact',
  '001': 'Account',
};

const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18-character form of a 15- or 18-character id; null when the text is no id. Three letters say which of the
 * fifteen characters are capitals, five each, so that programs blind to case can tell ids apart.
 */
export function canonicalId(text: string): string | null {
  if (!/^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/.test(text) || !/\d/.test(text) || text.startsWith('000'))
    return null;
  const id = text.slice(0, 15);
  let tail = '';
  for (let group = 0; group < 15; group += 5) {
    let bits = 0;
    for (let i = 0; i < 5; i += 1) if (/[A-Z]/.test(id.charAt(group + i))) bits |= 1 << i;
    tail += CHECKSUM.charAt(bits);
  }
  return id + tail;
}

/** API name of the object an id belongs to; null for objects we do not read. */
export function objectOf(id: string): string | null {
  return PREFIXES[id.slice(0, 3)] ?? null;
}
