import { stageNamed } from '../schema/stages.ts';
import { schema } from '../schema/index.ts';
import {
  objectNames,
  type Cell,
  type ObjectName,
  type PracticeState,
  type Row,
  type Tables,
} from '../types.ts';
import { dayIn } from './days.ts';

/** What every write needs to know besides its fields. `at` is UTC ms. */
export interface WriteContext {
  readonly tables: Tables;
  readonly newId: (object: ObjectName) => string;
  readonly actor: string;
  readonly at: number;
}

export function emptyTables(): Tables {
  return Object.fromEntries(objectNames.map((name) => [name, new Map<string, Row>()])) as Tables;
}

export function writeContext(state: PracticeState, actor: string): WriteContext {
  return { tables: state.tables, newId: state.newId, actor, at: state.clock().getTime() };
}

export function text(row: Row, field: string): string {
  const value = row[field];
  return typeof value === 'string' ? value : '';
}

/** Family name first where people write it so; Korean without a space. */
function fullName(first: string, last: string): string {
  if (/[\uac00-\ud7a3]/.test(last)) return last + first;
  const parts = /[\u3040-\u30ff\u4e00-\u9fff]/.test(last) ? [last, first] : [first, last];
  return parts.filter(Boolean).join(' ');
}

/** Sets what Salesforce derives itself; called on each insert and update, after the caller's own fields. */
function derive(ctx: WriteContext, object: ObjectName, row: Row, changed: ReadonlySet<string>): void {
  if ((object === 'Lead' || object === 'Contact') && (changed.has('FirstName') || changed.has('LastName'))) {
    row['Name'] = fullName(text(row, 'FirstName'), text(row, 'LastName'));
  }
  if (object === 'Opportunity') {
    const stage = stageNamed(text(row, 'StageName'));
    row['IsClosed'] = stage.closed;
    row['IsWon'] = stage.won;
    if (changed.has('StageName')) {
      if (!changed.has('Probability')) row['Probability'] = stage.probability;
      if (!changed.has('ForecastCategoryName')) row['ForecastCategoryName'] = stage.forecast;
      row['LastStageChangeDate'] = new Date(ctx.at).toISOString();
    }
    row['ForecastCategory'] = text(row, 'ForecastCategoryName').replace(' ', '');
    const amount = row['Amount'];
    row['ExpectedRevenue'] = typeof amount === 'number' ? (amount * Number(row['Probability'])) / 100 : null;
  }
  if (object === 'Task') {
    const closed = row['Status'] === 'Completed';
    if (closed && !row['CompletedDateTime']) row['CompletedDateTime'] = new Date(ctx.at).toISOString();
    if (!closed) row['CompletedDateTime'] = null;
    row['IsClosed'] = closed;
    row['IsHighPriority'] = row['Priority'] === 'High';
    row['WhoCount'] = row['WhoId'] ? 1 : 0;
    row['WhatCount'] = row['WhatId'] ? 1 : 0;
  }
  if (object === 'Task' || object === 'Event') touchRelated(ctx, row);
}

/** AccountId of an activity, and "last activity" of what it is about. */
function touchRelated(ctx: WriteContext, row: Row): void {
  const what = text(row, 'WhatId');
  const who = text(row, 'WhoId');
  const deal = ctx.tables.Opportunity.get(what);
  const person = ctx.tables.Contact.get(who) ?? ctx.tables.Lead.get(who);
  const accountId =
    deal?.['AccountId'] ?? (ctx.tables.Account.has(what) ? what : (person?.['AccountId'] ?? null));
  row['AccountId'] = accountId;
  const day = text(row, 'ActivityDate');
  if (!day || (row['IsClosed'] === false && row['TaskSubtype'] !== undefined)) return;
  if (day > new Date(ctx.at + 14 * 3_600_000).toISOString().slice(0, 10)) return;
  for (const about of [deal, person, ctx.tables.Account.get(String(accountId))]) {
    if (about && text(about, 'LastActivityDate') < day) about['LastActivityDate'] = day;
  }
}

function historyRow(ctx: WriteContext, deal: Row, before: Row | null): void {
  const at = new Date(ctx.at).toISOString();
  const id = ctx.newId('OpportunityHistory');
  const copied = ['StageName', 'Amount', 'ExpectedRevenue', 'CloseDate', 'Probability', 'ForecastCategory'];
  ctx.tables.OpportunityHistory.set(id, {
    ...Object.fromEntries(copied.map((name) => [name, deal[name] ?? null])),
    Id: id,
    OpportunityId: deal.Id,
    CurrencyIsoCode: deal['CurrencyIsoCode'] ?? 'USD',
    PrevAmount: before?.['Amount'] ?? null,
    PrevCloseDate: before?.['CloseDate'] ?? null,
    IsDeleted: false,
    CreatedById: ctx.actor,
    CreatedDate: at,
    SystemModstamp: at,
  });
}

function fieldHistory(ctx: WriteContext, deal: Row, field: string, from: Cell, to: Cell): void {
  const id = ctx.newId('OpportunityFieldHistory');
  const at = new Date(ctx.at).toISOString();
  ctx.tables.OpportunityFieldHistory.set(id, {
    Id: id,
    OpportunityId: deal.Id,
    Field: field === 'OwnerId' ? 'Owner' : field,
    DataType: schema.Opportunity.fields.get(field)?.type === 'currency' ? 'Currency' : 'Text',
    OldValue: from === null ? null : String(from),
    NewValue: to === null ? null : String(to),
    IsDeleted: false,
    CreatedById: ctx.actor,
    CreatedDate: at,
  });
}

/** A new record with defaults and derived fields; the caller has validated `fields`. */
export function insertRow(ctx: WriteContext, object: ObjectName, fields: Record<string, Cell>): Row {
  const at = new Date(ctx.at).toISOString();
  const row: Row = { Id: ctx.newId(object) };
  for (const def of schema[object].fields.values()) {
    if (def.name !== 'Id') row[def.name] = def.type === 'boolean' ? false : def.defaultValue;
  }
  Object.assign(row, { OwnerId: ctx.actor, CreatedById: ctx.actor, CreatedDate: at, CurrencyIsoCode: 'USD' });
  Object.assign(row, {
    LastModifiedById: ctx.actor,
    LastModifiedDate: at,
    SystemModstamp: at,
    IsDeleted: false,
  });
  if (object === 'Opportunity') row['PushCount'] = 0;
  Object.assign(row, fields);
  derive(ctx, object, row, new Set(Object.keys(fields)));
  ctx.tables[object].set(row.Id, row);
  if (object === 'Opportunity') historyRow(ctx, row, null);
  return row;
}

/** Changes a record and keeps the histories Salesforce keeps; the caller has validated `fields`. */
export function updateRow(
  ctx: WriteContext,
  object: ObjectName,
  row: Row,
  fields: Record<string, Cell>,
): void {
  const before = { ...row };
  Object.assign(row, fields);
  const changed = new Set(Object.keys(fields).filter((name) => before[name] !== row[name]));
  derive(ctx, object, row, changed);
  const at = new Date(ctx.at).toISOString();
  Object.assign(row, { LastModifiedById: ctx.actor, LastModifiedDate: at, SystemModstamp: at });
  if (object !== 'Opportunity') return;
  if (
    changed.has('CloseDate') &&
    text(row, 'CloseDate').slice(0, 7) > text(before, 'CloseDate').slice(0, 7)
  ) {
    row['PushCount'] = Number(row['PushCount']) + 1;
  }
  const tracked = ['StageName', 'Amount', 'CloseDate', 'OwnerId', 'NextStep'];
  for (const name of tracked.filter((n) => changed.has(n))) {
    fieldHistory(ctx, row, name, before[name] ?? null, row[name] ?? null);
  }
  if (['StageName', 'Amount', 'CloseDate', 'Probability'].some((name) => before[name] !== row[name])) {
    historyRow(ctx, row, before);
  }
}

export function removeRow(state: PracticeState, object: ObjectName, id: string): void {
  state.tables[object].delete(id);
  state.deleted.add(id);
}

/** The civil day where this user is. */
export function todayOf(state: PracticeState, userId: string): string {
  const zone = text(state.tables.User.get(userId) ?? { Id: '' }, 'TimeZoneSidKey') || 'UTC';
  return dayIn(zone, state.clock());
}
