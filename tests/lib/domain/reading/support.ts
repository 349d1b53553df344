import { instanceIdSchema } from '@/lib/domain/ids';
import { type Instance, instanceSchema } from '@/lib/domain/instance';
import { type RawField, type RawReading, type FieldName, rawReadingSchema } from '@/lib/domain/record';

export const NOW = Date.UTC(2026, 10, 23, 12);

export function instanceWith(change: Partial<Instance> = {}): Instance {
  return instanceSchema.parse({
    id: instanceIdSchema.parse('01HZX3Q8W3N5T7V9B1D3F5H7AA'),
    kind: 'salesforce',
    tenant: '00DDn00000DSAKKMA5',
    label: 'Northwind',
    bases: ['https://northwind.example'],
    test: false,
    version: null,
    connection: 'none',
    currency: null,
    locale: null,
    addedAt: NOW,
    archivedAt: null,
    ...change,
  });
}

export function rawWith(
  fields: Partial<Record<FieldName, RawField>>,
  change: Partial<RawReading> = {},
): RawReading {
  return rawReadingSchema.parse({
    ref: { object: 'deal', api: 'Opportunity', remoteId: '006Dn00000DSAKKIA5' },
    adapter: 'salesforce',
    revision: 1,
    source: 'page',
    fields,
    expected: ['name', 'amount', 'stage', 'closeDate'],
    fallbacks: [],
    language: null,
    locale: null,
    zone: null,
    ...change,
  });
}
