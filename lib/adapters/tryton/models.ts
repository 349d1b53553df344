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

/**
 * "Ann Lee <+44 …>": Tryton names one of the party's phone numbers, addresses or websites in one text. The name goes
 * into subject lines and lists of people, the number is dialled. Without a name the text stays whole: it is all that
 * is known.
 */
export function contactOf(text: string): { contact: string; phone?: RawField; email?: RawField } {
  const [, name = '', value] = /^(.*?)\s*<([^<>]+)>$/s.exec(text) ?? [];
  const contact = name === '' ? text : name;
  if (value === undefined) return { contact };
  if (value.includes('@')) return { contact, email: { text: value } };
  const isNumber = /\d{3}/.test(value.replaceAll(/\D/g, '')) && !value.includes('/');
  return isNumber ? { contact, phone: { text: value } } : { contact };
}
