import { keyPrefixes, masterRecordType } from '../data/ids.ts';
import { valueWords, word } from '../data/words.ts';
import { fieldsOf } from '../schema/index.ts';
import type { FieldDef, FieldType, ObjectDef } from '../schema/fields.ts';
import { stageNamed } from '../schema/stages.ts';
import type { PracticeState } from '../types.ts';
import { notFound } from './fault.ts';
import type { Viewer } from './format.ts';
import type { ApiReply } from './reply.ts';

const uiTypes: Partial<Record<FieldType, string>> = {
  id: 'Reference',
  string: 'String',
  textarea: 'TextArea',
  picklist: 'Picklist',
  combobox: 'ComboBox',
  datetime: 'DateTime',
  boolean: 'Boolean',
};

function uiType(type: FieldType): string {
  return uiTypes[type] ?? type.charAt(0).toUpperCase() + type.slice(1);
}

function label(value: string, viewer: Viewer): string {
  const words = valueWords[value];
  return words ? word(words, viewer.locale) : value;
}

function recordTypes(): Record<string, unknown> {
  return {
    available: true,
    defaultRecordTypeMapping: true,
    master: true,
    name: 'Master',
    recordTypeId: masterRecordType,
  };
}

/** GET /sobjects/{Obj}/describe, the excerpt of facts §4.4. */
export function describe(state: PracticeState, object: ObjectDef, viewer: Viewer): unknown {
  const base = `/services/data/v66.0/sobjects/${object.name}`;
  return {
    name: object.name,
    label: word(object.label, viewer.locale),
    labelPlural: word(object.plural, viewer.locale),
    keyPrefix: keyPrefixes[object.name],
    custom: false,
    createable: object.writable,
    updateable: object.writable,
    deletable: object.writable,
    queryable: true,
    urls: { sobject: base, describe: `${base}/describe`, rowTemplate: `${base}/{ID}` },
    fields: [...fieldsOf(object, state.options).values()].map((f) => ({
      name: f.name,
      label: word(f.label, viewer.locale),
      type: f.type,
      length: f.length,
      nillable: !f.required && f.type !== 'boolean' && f.name !== 'Id',
      defaultedOnCreate: f.defaultValue !== null || f.type === 'boolean',
      createable: f.createable,
      updateable: f.updateable,
      custom: false,
      nameField: f.name === object.nameField,
      referenceTo: f.to,
      relationshipName: f.relation,
      picklistValues: f.values.map((value) => ({
        active: true,
        defaultValue: value === f.defaultValue,
        label: label(value, viewer),
        validFor: null,
        value,
      })),
      restrictedPicklist: f.restricted,
    })),
    recordTypeInfos: [{ ...recordTypes(), active: true, developerName: 'Master', urls: {} }],
    childRelationships: [],
  };
}

function uiField(f: FieldDef, object: ObjectDef, viewer: Viewer): unknown {
  return {
    apiName: f.name,
    calculated: f.name === 'ExpectedRevenue',
    compound: f.name === 'Name' && object.fields.has('LastName'),
    compoundComponentName: null,
    compoundFieldName: f.name === 'FirstName' || f.name === 'LastName' ? 'Name' : null,
    controllerName: null,
    controllingFields: [],
    createable: f.createable,
    custom: false,
    dataType: uiType(f.type),
    extraTypeInfo: null,
    filterable: f.type !== 'textarea',
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: false,
    inlineHelpText: null,
    label: word(f.label, viewer.locale),
    length: f.length,
    nameField: f.name === object.nameField,
    polymorphicForeignKey: f.to.length > 1,
    precision: f.type === 'currency' ? 18 : 0,
    reference: f.type === 'reference',
    referenceTargetField: null,
    referenceToInfos: f.to.map((apiName) => ({ apiName, nameFields: ['Name'] })),
    relationshipName: f.relation,
    required: f.required,
    scale: f.type === 'currency' ? 2 : 0,
    searchPrefilterable: false,
    sortable: f.type !== 'textarea',
    unique: false,
    updateable: f.updateable,
  };
}

/** GET /ui-api/object-info/{Obj} */
export function objectInfo(state: PracticeState, object: ObjectDef, viewer: Viewer): ApiReply {
  const fields = [...fieldsOf(object, state.options).values()].map((f) => [
    f.name,
    uiField(f, object, viewer),
  ]);
  return {
    status: 200,
    body: {
      apiName: object.name,
      associateEntityType: null,
      associateParentEntity: null,
      childRelationships: [],
      createable: object.writable,
      custom: false,
      defaultRecordTypeId: masterRecordType,
      deletable: object.writable,
      dependentFields: {},
      eTag: '2a1c5f0e6b7d4f3e9c8b1a0d2e3f4a5b',
      feedEnabled: false,
      fields: Object.fromEntries(fields),
      keyPrefix: keyPrefixes[object.name],
      label: word(object.label, viewer.locale),
      labelPlural: word(object.plural, viewer.locale),
      layoutable: true,
      mruEnabled: true,
      nameFields: [object.nameField],
      queryable: true,
      recordTypeInfos: { [masterRecordType]: recordTypes() },
      searchable: true,
      themeInfo: { color: '5867E8', iconUrl: `/client/icon.svg#${object.name}` },
      updateable: object.writable,
    },
  };
}

/** GET /ui-api/object-info/{Obj}/picklist-values/{recordTypeId}/{Field}; "picklistAtrributesValueType" is Salesforce's own spelling. */
export function picklistValues(
  object: ObjectDef,
  recordType: string,
  name: string,
  viewer: Viewer,
): ApiReply {
  const field = object.fields.get(name);
  if (!field || field.values.length === 0) throw notFound();
  const isStage = object.name === 'Opportunity' && name === 'StageName';
  const values = field.values.map((value) => {
    const stage = isStage ? stageNamed(value) : null;
    return {
      attributes: stage && {
        closed: stage.closed,
        defaultProbability: stage.probability,
        forecastCategoryName: stage.forecast,
        picklistAtrributesValueType: 'OpportunityStage',
        won: stage.won,
      },
      label: label(value, viewer),
      validFor: [],
      value,
    };
  });
  return {
    status: 200,
    body: {
      controllerValues: {},
      defaultValue: null,
      eTag: '7c0f4d1b9e2a4c6f8d3b5a7e9f1c2d4e',
      url: `/services/data/v66.0/ui-api/object-info/${object.name}/picklist-values/${recordType}/${name}`,
      values,
    },
  };
}
