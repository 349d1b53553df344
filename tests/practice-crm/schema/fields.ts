import type { Words } from '../data/words.ts';
import type { ObjectName } from '../types.ts';

export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'picklist'
  | 'combobox'
  | 'currency'
  | 'percent'
  | 'double'
  | 'int'
  | 'date'
  | 'datetime'
  | 'boolean'
  | 'phone'
  | 'email'
  | 'url'
  | 'reference';

export interface FieldDef {
  readonly name: string;
  readonly type: FieldType;
  readonly label: Words;
  readonly length: number;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly required: boolean;
  readonly values: readonly string[];
  readonly restricted: boolean;
  /** 'Owner' for OwnerId: how queries walk on. */
  readonly relation: string | null;
  readonly to: readonly ObjectName[];
  readonly defaultValue: string | null;
}

export interface ObjectDef {
  readonly name: ObjectName;
  readonly label: Words;
  readonly plural: Words;
  readonly nameField: string;
  readonly writable: boolean;
  readonly fields: ReadonlyMap<string, FieldDef>;
}

const lengths: Partial<Record<FieldType, number>> = {
  id: 18,
  string: 255,
  textarea: 32_000,
  picklist: 255,
  combobox: 255,
  phone: 40,
  email: 80,
  url: 255,
  reference: 18,
};

type Extra = Partial<Omit<FieldDef, 'name' | 'type' | 'label'>>;

/** A field that may be set and changed, unless `extra` says otherwise. */
export function field(name: string, type: FieldType, label: Words | string, extra: Extra = {}): FieldDef {
  return {
    name,
    type,
    label: typeof label === 'string' ? [label, label, label, label] : label,
    length: lengths[type] ?? 0,
    createable: true,
    updateable: true,
    required: false,
    values: [],
    restricted: false,
    relation: null,
    to: [],
    defaultValue: null,
    ...extra,
  };
}

export const readOnly: Extra = { createable: false, updateable: false };

export function reference(
  name: string,
  label: Words | string,
  to: readonly ObjectName[],
  extra: Extra = {},
): FieldDef {
  const relation = name.endsWith('Id') ? name.slice(0, -2) : name;
  return field(name, 'reference', label, { relation, to, ...extra });
}

const created: Words = ['Created Date', 'Erstellungsdatum', '생성 날짜', 'Date de création'];
const changed: Words = [
  'Last Modified Date',
  'Zuletzt geändert',
  '마지막 수정 날짜',
  'Dernière modification',
];
const createdBy: Words = ['Created By', 'Erstellt von', '생성자', 'Créé par'];
const changedBy: Words = ['Last Modified By', 'Geändert von', '마지막 수정자', 'Modifié par'];

/** An object with Salesforce's own system fields around its declared ones. */
export function object(
  name: ObjectName,
  label: Words | string,
  plural: Words | string,
  fields: readonly FieldDef[],
  options: { nameField?: string; writable?: boolean } = {},
): ObjectDef {
  const all: FieldDef[] = [
    field('Id', 'id', 'Record ID', readOnly),
    ...fields,
    field('IsDeleted', 'boolean', 'Deleted', readOnly),
    reference('CreatedById', createdBy, ['User'], readOnly),
    field('CreatedDate', 'datetime', created, readOnly),
    reference('LastModifiedById', changedBy, ['User'], readOnly),
    field('LastModifiedDate', 'datetime', changed, readOnly),
    field('SystemModstamp', 'datetime', 'System Modstamp', readOnly),
  ];
  return {
    name,
    label: typeof label === 'string' ? [label, label, label, label] : label,
    plural: typeof plural === 'string' ? [plural, plural, plural, plural] : plural,
    nameField: options.nameField ?? 'Name',
    writable: options.writable ?? true,
    fields: new Map(all.map((f) => [f.name, f])),
  };
}
