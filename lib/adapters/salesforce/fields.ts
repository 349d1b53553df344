import type { FieldName, ObjectKind, RecordRef } from '@/lib/domain/record';

/** Rises with every change of `spots`; in a reading of the API it says which of our fields were expected then. */
export const REVISION = 1;

/** Which of an object's own fields carries which of ours. A second name is asked when the first is empty. */
export const FIELDS = {
  deal: {
    name: ['Opportunity.Name'],
    amount: ['Opportunity.Amount'],
    stage: ['Opportunity.StageName'],
    closeDate: ['Opportunity.CloseDate'],
    owner: ['Opportunity.OwnerId'],
    account: ['Opportunity.AccountId'],
    nextStep: ['Opportunity.NextStep'],
    probability: ['Opportunity.Probability'],
    created: ['Opportunity.CreatedById'],
  },
  lead: {
    name: ['Lead.Name'],
    title: ['Lead.Title'],
    account: ['Lead.Company'],
    phone: ['Lead.Phone', 'Lead.MobilePhone'],
    email: ['Lead.Email'],
    stage: ['Lead.Status'],
    owner: ['Lead.OwnerId'],
    country: ['Lead.Country'],
  },
  contact: {
    name: ['Contact.Name'],
    title: ['Contact.Title'],
    account: ['Contact.AccountId'],
    phone: ['Contact.Phone', 'Contact.MobilePhone'],
    email: ['Contact.Email'],
    owner: ['Contact.OwnerId'],
    country: ['Contact.MailingCountry'],
  },
  account: {
    name: ['Account.Name'],
    phone: ['Account.Phone'],
    owner: ['Account.OwnerId'],
    country: ['Account.BillingCountry'],
  },
} as const satisfies Readonly<Record<ObjectKind, Partial<Record<FieldName, readonly [string, ...string[]]>>>>;

type ByKind = typeof FIELDS;
type Names<T> = T extends readonly string[] ? T[number] : never;
/** `Opportunity.Amount`: an object's own field, by its API names. */
export type FieldSpot = { [K in ObjectKind]: Names<ByKind[K][keyof ByKind[K]]> }[ObjectKind];

/** Fields this kind of record should show, in the order of the header's "9 of 11". */
export function expectedOf(ref: RecordRef): readonly FieldName[] {
  return Object.keys(FIELDS[ref.object]) as FieldName[];
}
