import { describe, expect, it } from 'vitest';
import { contactOf } from '@/lib/adapters/tryton/models';
import { opportunityFields } from '@/lib/adapters/tryton/rows';

describe('a contact as Tryton names it', () => {
  it.each([
    ['Ann Lee <+44 113 496 0123>', 'Ann Lee', { phone: '+44 113 496 0123' }],
    ['Ann Lee <ann@lee.example>', 'Ann Lee', { email: 'ann@lee.example' }],
    ['Ann Lee <https://lee.example/555>', 'Ann Lee', {}],
    ['Ann <Annie> Lee <020 7946 0000>', 'Ann <Annie> Lee', { phone: '020 7946 0000' }],
    ['Ann Lee', 'Ann Lee', {}],
    ['', '', {}],
    // Nothing but the number is known then, and an empty name would say that there is no contact.
    ['<+44 113 496 0123>', '<+44 113 496 0123>', { phone: '+44 113 496 0123' }],
  ])('%j', (text, name, reach) => {
    const { contact, ...rest } = contactOf(text);
    expect(contact).toBe(name);
    expect(Object.fromEntries(Object.entries(rest).map(([kind, field]) => [kind, field.text]))).toEqual(
      reach,
    );
  });
});

describe('a contact from the API', () => {
  const row = {
    state: 'lead',
    'contact.': { id: 7, rec_name: 'Ann Lee <+441134960123>', type: 'phone', value: '+44 113 496 0123' },
  };

  it('is a name with the mechanism’s id, and the number as it was typed', () => {
    const { contact, phone } = opportunityFields(row, new Map());
    expect(contact).toEqual({ text: 'Ann Lee', id: '7' });
    expect(phone).toEqual({ text: '+44 113 496 0123' });
  });

  it('stays empty when there is none', () => {
    const { contact, phone } = opportunityFields({ state: 'lead', 'contact.': null }, new Map());
    expect([contact, phone]).toEqual([{ text: '' }, undefined]);
  });
});
