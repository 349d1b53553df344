import type { FieldName, ObjectKind, RawField } from '@/lib/domain/record';

/** Tryton models we read, by the field's own words. A lead is an opportunity in its first state. */
export const KINDS: Readonly<Record<string, ObjectKind>> = {
  'sale.opportunity': 'deal',
  'party.party': 'account',
};

export const EXPECTED: Readonly<Record<string, readonly FieldName[]>> = {
  'sale.opportunity': [
    'name',
    'amount',
    'stage',
    'closeDate',
    'owner',
    'account',
    'contact',
    'probability',
    'created',
  ],
  'party.party': ['name'],
};

/**
 * What a state means for counting. `converted` has become a sale order that nobody has confirmed yet; `cancelled`
 * was given up without a buyer's no, but it is not open any more, and Touchline knows no third end.
 */
export function closedOf(state: string): 'open' | 'won' | 'lost' {
  if (state === 'won') return 'won';
  return state === 'lost' || state === 'cancelled' ? 'lost' : 'open';
}

/** "Ann Lee <+44 …>": the party's phone or e-mail address chosen as the opportunity's contact. */
export function reachOf(contact: string): { phone?: RawField; email?: RawField } {
  const value = /<([^<>]+)>$/.exec(contact)?.[1];
  if (value === undefined) return {};
  if (value.includes('@')) return { email: { text: value } };
  return /\d{3}/.test(value.replaceAll(/\D/g, '')) && !value.includes('/') ? { phone: { text: value } } : {};
}
