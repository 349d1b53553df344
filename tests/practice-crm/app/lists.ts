import { displayValue, type Viewer } from '../api/format.ts';
import { pageWords, word } from '../data/words.ts';
import { text, todayOf } from '../data/store.ts';
import { schema } from '../schema/index.ts';
import { openStages } from '../schema/stages.ts';
import type { PracticeState, Row } from '../types.ts';
import { cellsOf } from './cells.ts';
import { layouts, type PageObject } from './layouts.ts';

const pageSize = 200;

function byOwnName(object: PageObject): (a: Row, b: Row) => number {
  if (object === 'Opportunity') return (a, b) => text(a, 'CloseDate').localeCompare(text(b, 'CloseDate'));
  if (object === 'Lead') return (a, b) => text(b, 'CreatedDate').localeCompare(text(a, 'CreatedDate'));
  return (a, b) => text(a, 'Name').localeCompare(text(b, 'Name'));
}

/** One list view. Filters are developer names: `My<Plural>`, `All<Plural>`, `__Recent`. */
export function listData(
  state: PracticeState,
  viewer: Viewer,
  object: PageObject,
  filterName: string,
): unknown {
  const def = schema[object];
  const plural = word(def.plural, viewer.locale);
  const label = (w: keyof typeof pageWords): string =>
    word(pageWords[w], viewer.locale).replace('{0}', plural);
  const my = `My${def.plural[0]}`;
  const filters = [
    { id: my, label: label('my') },
    { id: `All${def.plural[0]}`, label: label('all') },
    { id: '__Recent', label: label('recent') },
  ];
  const current = filters.find((f) => f.id === filterName) ?? filters[0]!;
  let rows = [...state.tables[object].values()];
  if (current.id === my) {
    const open = (row: Row): boolean =>
      object === 'Opportunity' ? row['IsClosed'] === false : !text(row, 'Status').startsWith('Closed');
    rows = rows.filter((row) => row['OwnerId'] === viewer.user.Id && open(row));
  }
  rows.sort(byOwnName(object));
  if (current.id === '__Recent') {
    rows.sort((a, b) => text(b, 'LastModifiedDate').localeCompare(text(a, 'LastModifiedDate')));
    rows = rows.slice(0, 25);
  }
  const columns = layouts[object].list;
  const sortField = object === 'Opportunity' ? 'CloseDate' : object === 'Lead' ? 'CreatedDate' : 'Name';
  return {
    object,
    filter: current,
    filters,
    columns,
    total: rows.length,
    sortedBy: word(def.fields.get(sortField)!.label, viewer.locale),
    rows: rows
      .slice(0, pageSize)
      .map((row) => ({ id: row.Id, cells: cellsOf(state, viewer, object, row, columns) })),
  };
}

/** Columns of the board, one per open stage, with sums shown as money. */
export function boardData(state: PracticeState, viewer: Viewer, filterName: string): unknown {
  const today = todayOf(state, viewer.user.Id);
  const amount = schema.Opportunity.fields.get('Amount')!;
  const mine = !filterName.startsWith('All');
  const deals = [...state.tables.Opportunity.values()].filter(
    (d) => d['IsClosed'] === false && (!mine || d['OwnerId'] === viewer.user.Id),
  );
  return {
    filter: mine ? 'MyOpportunities' : 'AllOpportunities',
    columns: openStages.map((stage) => {
      const rows = deals.filter((d) => d['StageName'] === stage);
      rows.sort((a, b) => text(a, 'CloseDate').localeCompare(text(b, 'CloseDate')));
      const sum = rows.reduce((total, d) => total + (Number(d['Amount']) || 0), 0);
      return {
        stage,
        count: rows.length,
        sum: displayValue(amount, sum, { Id: '' }, state, viewer),
        cards: rows.map((row) => ({
          id: row.Id,
          late: text(row, 'CloseDate') < today,
          cells: cellsOf(state, viewer, 'Opportunity', row, [
            'Name',
            'AccountId',
            'Amount',
            'CloseDate',
            'NextStep',
            'OwnerId',
          ]),
        })),
      };
    }),
  };
}
