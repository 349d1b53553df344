import type { Viewer } from '../api/format.ts';
import { canonicalId } from '../data/ids.ts';
import { valueWords, word } from '../data/words.ts';
import { text, todayOf } from '../data/store.ts';
import { objectOfId } from '../schema/index.ts';
import { leadStatuses, stages } from '../schema/stages.ts';
import type { PracticeState, Row } from '../types.ts';
import { cellsOf } from './cells.ts';
import { isPageObject, layouts, type PageObject } from './layouts.ts';

interface RelatedRow {
  readonly id: string;
  readonly object: string;
  readonly name: string;
  readonly note: string;
  readonly phone: string | null;
}

function related(state: PracticeState, viewer: Viewer, object: PageObject, row: Row): unknown[] {
  const accountId = object === 'Account' ? row.Id : row['AccountId'];
  if (!accountId) return [];
  const people = [...state.tables.Contact.values()].filter(
    (c) => c['AccountId'] === accountId && c.Id !== row.Id,
  );
  const deals = [...state.tables.Opportunity.values()].filter(
    (d) => d['AccountId'] === accountId && d.Id !== row.Id,
  );
  const contactRow = (c: Row): RelatedRow => ({
    id: c.Id,
    object: 'Contact',
    name: text(c, 'Name'),
    note: text(c, 'Title'),
    phone: text(c, 'Phone') || null,
  });
  const dealRow = (d: Row): RelatedRow => {
    const cells = cellsOf(state, viewer, 'Opportunity', d, ['StageName', 'Amount']);
    const note = [cells['StageName']?.display, cells['Amount']?.display].filter(Boolean).join(' · ');
    return { id: d.Id, object: 'Opportunity', name: text(d, 'Name'), note, phone: null };
  };
  return [
    { title: 'keyPeople', object: 'Contact', rows: people.map(contactRow) },
    { title: 'deals', object: 'Opportunity', rows: deals.slice(0, 6).map(dealRow) },
  ];
}

function timeline(state: PracticeState, viewer: Viewer, row: Row): unknown {
  const today = todayOf(state, viewer.user.Id);
  const about = (t: Row): boolean =>
    t['WhoId'] === row.Id || t['WhatId'] === row.Id || t['AccountId'] === row.Id;
  const tasks = [...state.tables.Task.values()].filter(about);
  const events = [...state.tables.Event.values()].filter(about);
  const line = (t: Row): unknown => {
    const names = ['ActivityDate', 'OwnerId', 'WhoId'];
    const cells = cellsOf(state, viewer, t.Id.startsWith('00T') ? 'Task' : 'Event', t, names);
    const kind = t.Id.startsWith('00U') ? 'Event' : text(t, 'TaskSubtype');
    const overdue = t['IsClosed'] === false && text(t, 'ActivityDate') < today;
    return {
      id: t.Id,
      kind,
      subject: text(t, 'Subject'),
      outcome: text(t, 'CallDisposition'),
      note: text(t, 'Description'),
      overdue,
      cells,
    };
  };
  const latest = (a: Row, b: Row): number => text(b, 'ActivityDate').localeCompare(text(a, 'ActivityDate'));
  const isPast = (t: Row): boolean =>
    t.Id.startsWith('00T') ? t['IsClosed'] === true : text(t, 'ActivityDate') < today;
  const all = [...tasks, ...events].sort(latest);
  return {
    upcoming: all
      .filter((t) => !isPast(t))
      .reverse()
      .slice(0, 8)
      .map(line),
    past: all.filter(isPast).slice(0, 12).map(line),
  };
}

function pathOf(object: PageObject, row: Row, viewer: Viewer): unknown {
  const field = layouts[object].path;
  if (!field) return null;
  const current = text(row, field);
  const closedNow = row['IsClosed'] === true || current.startsWith('Closed');
  const names: readonly string[] =
    object === 'Lead'
      ? leadStatuses
      : stages.filter((s) => !s.closed || s.name === current || (!closedNow && s.won)).map((s) => s.name);
  const at = names.indexOf(current);
  return {
    field,
    current,
    steps: names.map((value, i) => ({
      value,
      label: valueWords[value] ? word(valueWords[value], viewer.locale) : value,
      state: i === at ? 'current' : i < at ? 'complete' : 'incomplete',
      won: value === 'Closed Won' && i === at,
      lost: value === 'Closed Lost' && i === at,
    })),
  };
}

/** A record page; null when the record is not there (any more). `vanish` lets it be read once, then removes it. */
export function recordData(state: PracticeState, viewer: Viewer, rawId: string): unknown {
  const id = canonicalId(rawId);
  const object = id ? (objectOfId(id)?.name ?? null) : null;
  const row = id && object ? state.tables[object].get(id) : undefined;
  if (!row || !isPageObject(object)) return null;
  const layout = layouts[object];
  const names = new Set([...layout.highlights, ...layout.list, ...layout.sections.flatMap((s) => s.fields)]);
  for (const extra of ['FirstName', 'LastName', 'CreatedDate', 'LastModifiedDate']) names.add(extra);
  const vanishing = state.options.vanish !== null && canonicalId(state.options.vanish) === id;
  const data = {
    id: row.Id,
    object,
    name: text(row, 'Name'),
    vanishing,
    fields: cellsOf(state, viewer, object, row, [...names]),
    path: pathOf(object, row, viewer),
    related: related(state, viewer, object, row),
    timeline: timeline(state, viewer, row),
  };
  if (vanishing) {
    state.tables[object].delete(row.Id);
    state.deleted.add(row.Id);
  }
  return data;
}
