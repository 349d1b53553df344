import { displayValue, type Viewer } from '../api/format.ts';
import { text, todayOf } from '../data/store.ts';
import { schema } from '../schema/index.ts';
import type { PracticeState, Row } from '../types.ts';
import { relativeDays } from '../api/soql-dates.ts';
import { cellsOf } from './cells.ts';

/** The start page: four figures, deals closing next, tasks due. */
export function homeData(state: PracticeState, viewer: Viewer): unknown {
  const today = todayOf(state, viewer.user.Id);
  const quarter = relativeDays('THIS_QUARTER', 0, today);
  const mine = (row: Row): boolean => row['OwnerId'] === viewer.user.Id;
  const deals = [...state.tables.Opportunity.values()].filter(mine);
  const open = deals
    .filter((d) => d['IsClosed'] === false)
    .sort((a, b) => text(a, 'CloseDate').localeCompare(text(b, 'CloseDate')));
  const won = deals.filter(
    (d) => d['IsWon'] === true && text(d, 'CloseDate') >= quarter.from && text(d, 'CloseDate') < quarter.to,
  );
  const tasks = [...state.tables.Task.values()].filter(mine);
  const due = tasks.filter((t) => t['IsClosed'] === false && text(t, 'ActivityDate') <= today);
  const calls = tasks.filter(
    (t) => t['TaskSubtype'] === 'Call' && t['IsClosed'] === true && t['ActivityDate'] === today,
  );
  const sum = (rows: readonly Row[]): string => {
    const total = rows.reduce((n, d) => n + (Number(d['Amount']) || 0), 0);
    return displayValue(schema.Opportunity.fields.get('Amount')!, total, { Id: '' }, state, viewer) ?? '';
  };
  return {
    figures: [
      { label: 'openDeals', value: String(open.length), note: sum(open) },
      { label: 'wonThisQuarter', value: String(won.length), note: sum(won) },
      { label: 'callsToday', value: String(calls.length), note: '' },
      { label: 'myTasks', value: String(due.length), note: '' },
    ],
    closing: open.slice(0, 7).map((row) => ({
      id: row.Id,
      late: text(row, 'CloseDate') < today,
      cells: cellsOf(state, viewer, 'Opportunity', row, [
        'Name',
        'AccountId',
        'Amount',
        'CloseDate',
        'StageName',
      ]),
    })),
    tasks: due
      .sort((a, b) => text(b, 'ActivityDate').localeCompare(text(a, 'ActivityDate')))
      .slice(0, 7)
      .map((row) => ({
        id: row.Id,
        subject: text(row, 'Subject'),
        late: text(row, 'ActivityDate') < today,
        cells: cellsOf(state, viewer, 'Task', row, ['ActivityDate', 'WhoId', 'WhatId']),
      })),
  };
}

/** Names containing the words, a few of each object. */
export function searchData(state: PracticeState, q: string): unknown {
  const wanted = q.trim().toLowerCase();
  if (!wanted) return [];
  return (['Opportunity', 'Account', 'Lead', 'Contact'] as const).flatMap((object) =>
    [...state.tables[object].values()]
      .filter((row) => `${text(row, 'Name')} ${text(row, 'Company')}`.toLowerCase().includes(wanted))
      .slice(0, 4)
      .map((row) => ({
        id: row.Id,
        object,
        name: text(row, 'Name'),
        note: text(row, 'Company') || text(row, 'Title') || text(row, 'StageName'),
      })),
  );
}
