import { canonicalId, keyPrefixes } from '../data/ids.ts';
import { objectNames, type ObjectName, type PracticeOptions } from '../types.ts';
import { event, task } from './activity.ts';
import { field, readOnly, type FieldDef, type ObjectDef } from './fields.ts';
import { contact, lead, user } from './people.ts';
import { account, opportunity } from './sales.ts';
import {
  opportunityFieldHistory,
  opportunityHistory,
  opportunityStage,
  organization,
  taskStatus,
} from './system.ts';

export const schema: Readonly<Record<ObjectName, ObjectDef>> = {
  Account: account,
  Contact: contact,
  Lead: lead,
  Opportunity: opportunity,
  Task: task,
  Event: event,
  User: user,
  Organization: organization,
  OpportunityHistory: opportunityHistory,
  OpportunityFieldHistory: opportunityFieldHistory,
  OpportunityStage: opportunityStage,
  TaskStatus: taskStatus,
};

const isoField = field('CurrencyIsoCode', 'picklist', 'Currency', {
  ...readOnly,
  createable: true,
  values: ['USD', 'EUR', 'KRW'],
});
const withCurrency: readonly ObjectName[] = [
  'Account',
  'Contact',
  'Lead',
  'Opportunity',
  'OpportunityHistory',
];

/** Object by API name in any case, as Salesforce takes it. */
export function objectNamed(name: string): ObjectDef | null {
  const found = objectNames.find((n) => n.toLowerCase() === name.toLowerCase());
  return found ? schema[found] : null;
}

/** Object of a record id by its first three characters. */
export function objectOfId(id: string): ObjectDef | null {
  const full = canonicalId(id);
  const found = full && objectNames.find((n) => keyPrefixes[n] === full.slice(0, 3));
  return found ? schema[found] : null;
}

/**
 * The fields this org has and the user may see: CurrencyIsoCode exists only with several currencies,
 * and `noAccess` takes away what field-level security would.
 */
export function fieldsOf(object: ObjectDef, options: PracticeOptions): ReadonlyMap<string, FieldDef> {
  const all = new Map(object.fields);
  if (options.multiCurrency && withCurrency.includes(object.name)) all.set(isoField.name, isoField);
  for (const hidden of options.noAccess) {
    const [of, name] = hidden.split('.');
    if (of === object.name && name) all.delete(name);
  }
  return all;
}

export function fieldNamed(object: ObjectDef, name: string, options: PracticeOptions): FieldDef | null {
  const fields = fieldsOf(object, options);
  return (
    fields.get(name) ?? [...fields.values()].find((f) => f.name.toLowerCase() === name.toLowerCase()) ?? null
  );
}
