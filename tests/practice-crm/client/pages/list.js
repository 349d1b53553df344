import { get, objectInfo, recordHref, t } from '../app.js';
import { assistive, h, icon, wrap } from '../dom.js';
import { openPreview } from '../overlay/preview.js';
import { newHref, objectTile } from '../shell.js';
import { navigate } from '../router.js';

const moneyLike = new Set(['currency', 'percent', 'int', 'double']);

function cellContent(object, name, cell, id) {
  if (name === 'Name')
    return h(
      'a',
      { href: recordHref(object, id), 'data-recordid': id, 'data-special-link': 'true', title: cell.display },
      cell.display,
    );
  if (cell.to)
    return h('a', { href: recordHref(cell.to.object, cell.to.id), title: cell.display }, cell.display);
  if (cell.type === 'phone' && cell.value)
    return h(
      'lightning-formatted-phone',
      {},
      h('a', { href: `tel:${cell.value.replace(/[^+\d]/g, '')}` }, cell.display),
    );
  if (cell.type === 'email' && cell.value)
    return h('lightning-formatted-email', {}, h('a', { href: `mailto:${cell.value}` }, cell.display));
  return h('span', { class: 'slds-truncate', title: cell.display }, cell.display);
}

function tableRow(data, row, number) {
  const fields = objectInfo(data.object).fields;
  const cells = data.columns.map((name) => {
    const cell = row.cells[name];
    const props = {
      'data-label': fields[name].label,
      'data-col-key-value': `${name}-text-${number}`,
      'data-cell-value': typeof cell.value === 'object' ? '' : cell.value,
      class: moneyLike.has(cell.type) ? 'nw-num' : '',
    };
    const content = h(
      'lightning-primitive-cell-factory',
      { 'data-label': fields[name].label },
      cellContent(data.object, name, cell, row.id),
    );
    return name === 'Name' ? h('th', { ...props, scope: 'row' }, content) : h('td', props, content);
  });
  const preview = h(
    'button',
    {
      type: 'button',
      class: 'nw-bare nw-bare_small',
      'data-preview': row.id,
      onclick: () => openPreview(data.object, row.id),
    },
    icon('eye'),
    assistive(t('preview')),
  );
  return h(
    'tr',
    { 'data-row-key-value': row.id, 'data-row-number': number, tabindex: -1 },
    h('td', { class: 'nw-row-tool' }, preview),
    cells,
  );
}

/** Compares raw values; nothing sorts last. */
function compare(a, b) {
  if (a === b) return 0;
  if (a === null || a === '') return 1;
  if (b === null || b === '') return -1;
  return typeof a === 'number' ? a - b : String(a).localeCompare(String(b));
}

function table(data) {
  const fields = objectInfo(data.object).fields;
  let sorted = null;
  const body = h('tbody', { 'data-rowgroup-body': '' });
  const fill = (rows) => body.replaceChildren(...rows.map((row, i) => tableRow(data, row, i + 1)));
  const heads = data.columns.map((name) => {
    const head = h(
      'th',
      {
        scope: 'col',
        'data-col': name,
        class: moneyLike.has(fields[name].type) ? 'nw-num' : '',
        'aria-sort': 'none',
      },
      h(
        'button',
        { type: 'button', class: 'nw-sort', onclick: () => sortBy(name) },
        fields[name].label,
        icon('down'),
      ),
    );
    return head;
  });
  function sortBy(name) {
    const down = sorted?.name === name && !sorted.down;
    sorted = { name, down };
    const key = (row) => (row.cells[name].to ? row.cells[name].display : row.cells[name].value);
    fill([...data.rows].sort((a, b) => compare(key(a), key(b)) * (down ? -1 : 1)));
    for (const head of heads)
      head.setAttribute(
        'aria-sort',
        head.dataset.col === name ? (down ? 'descending' : 'ascending') : 'none',
      );
  }
  fill(data.rows);
  const node = h(
    'table',
    { class: 'slds-table nw-table', role: 'grid' },
    h(
      'thead',
      {},
      h(
        'tr',
        { 'data-row-key-value': 'HEADER' },
        h('th', { class: 'nw-row-tool' }, assistive(t('preview'))),
        heads,
      ),
    ),
    body,
  );
  return { node: h('lightning-datatable', {}, h('div', { class: 'nw-table-scroll' }, node)), body };
}

function header(data) {
  const info = objectInfo(data.object);
  const picker = h(
    'select',
    {
      class: 'nw-picker',
      'aria-label': info.plural,
      'data-testid': 'list-filter',
      onchange: () => navigate(`/lightning/o/${data.object}/list?filterName=${picker.value}`),
    },
    data.filters.map((f) => h('option', { value: f.id, selected: f.id === data.filter.id }, f.label)),
  );
  return h(
    'lst-list-view-manager-header',
    {},
    h(
      'div',
      { class: 'nw-list__head' },
      objectTile(data.object, 'nw-tile_big'),
      h(
        'div',
        {},
        h('small', {}, info.plural),
        h(
          'h1',
          { class: 'listViewTitle' },
          h(
            'lst-list-view-picker',
            {},
            h('span', { class: 'slds-page-header__title slds-assistive-text' }, data.filter.label),
            picker,
          ),
        ),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'slds-button slds-button_brand',
          'data-testid': 'new-record',
          onclick: () => navigate(newHref(data.object)),
        },
        icon('plus'),
        t('new'),
      ),
    ),
    h(
      'force-list-view-manager-status-info',
      {},
      h('span', { class: 'countSortedByFilteredBy nw-muted' }, t('items', data.total, data.sortedBy)),
    ),
  );
}

export async function renderList({ host, params, stale, shortcuts }) {
  const data = await get(`/aura/list?object=${params.object}&filter=${encodeURIComponent(params.filter)}`);
  if (stale() || !data) return;
  const grid = table(data);
  const chain = [
    'lst-object-home',
    'lst-list-view-manager',
    ['lst-common-list-internal', { class: 'nw-card nw-list' }],
  ];
  const display = wrap(
    ['lst-primary-display-manager', 'lst-primary-display', 'lst-primary-display-grid'],
    grid.node,
  );
  host.replaceChildren(wrap(chain, header(data), display));
  document.title = `${data.filter.label} | ${objectInfo(data.object).plural} | Salesforce`;
  const current = () => grid.body.querySelector('tr.is-current');
  function step(by) {
    const rows = [...grid.body.children];
    const at = Math.min(rows.length - 1, Math.max(0, rows.indexOf(current()) + by));
    for (const row of rows) row.classList.toggle('is-current', row === rows[at]);
    rows[at]?.scrollIntoView({ block: 'nearest' });
  }
  shortcuts.j = () => step(1);
  shortcuts.k = () => step(-1);
  shortcuts.p = () => current() && openPreview(data.object, current().dataset.rowKeyValue);
  shortcuts.Enter = () => current()?.querySelector('th a')?.click();
  shortcuts.n = () => navigate(newHref(data.object));
}
