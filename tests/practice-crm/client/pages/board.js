import { app, get, recordHref, save, t } from '../app.js';
import { assistive, h, icon } from '../dom.js';
import { openPreview } from '../overlay/preview.js';
import { toast } from '../overlay/toast.js';
import { navigate, redraw } from '../router.js';
import { initials, newHref, objectTile } from '../shell.js';

async function move(id, stage) {
  const { ok, body } = await save('Opportunity', id, { StageName: stage });
  toast(ok ? t('saved', t('Opportunity')) : t('failed', body.message), ok ? 'success' : 'error');
  if (ok) redraw();
}

function stageMenu(card, current) {
  const select = h(
    'select',
    {
      class: 'nw-stage-menu',
      'aria-label': t('moveTo'),
      title: t('moveTo'),
      'data-stage-select': card.id,
      onchange: () => move(card.id, select.value),
    },
    app.boot.stages.map((s) => h('option', { value: s.name, selected: s.name === current }, s.label)),
  );
  return select;
}

function cardNode(card, stage) {
  const { Name, AccountId, Amount, CloseDate, NextStep, OwnerId } = card.cells;
  return h(
    'article',
    {
      class: 'nw-deal',
      draggable: 'true',
      'data-recordid': card.id,
      ondragstart: (event) => event.dataTransfer.setData('text/plain', card.id),
    },
    h(
      'div',
      { class: 'nw-deal__head' },
      h('a', { href: recordHref('Opportunity', card.id) }, Name.display),
      h(
        'button',
        {
          type: 'button',
          class: 'nw-bare nw-bare_small',
          'data-preview': card.id,
          onclick: () => openPreview('Opportunity', card.id),
        },
        icon('eye'),
        assistive(t('preview')),
      ),
    ),
    h('small', {}, AccountId.display),
    h(
      'div',
      { class: 'nw-deal__line' },
      h('b', { class: 'nw-num' }, Amount.display || '—'),
      h('span', { class: card.late ? 'nw-late' : 'nw-muted' }, CloseDate.display),
    ),
    NextStep.value ? h('p', { class: 'nw-deal__next' }, NextStep.display) : null,
    h(
      'div',
      { class: 'nw-deal__foot' },
      stageMenu(card, stage),
      h('span', { class: 'nw-avatar nw-avatar_small', title: OwnerId.display }, initials(OwnerId.display)),
    ),
  );
}

function column(col) {
  const label = app.boot.stages.find((s) => s.name === col.stage).label;
  const node = h(
    'section',
    {
      class: 'nw-column',
      'data-stage': col.stage,
      ondragover: (event) => {
        event.preventDefault();
        node.classList.add('is-over');
      },
      ondragleave: () => node.classList.remove('is-over'),
      ondrop: (event) => {
        event.preventDefault();
        node.classList.remove('is-over');
        move(event.dataTransfer.getData('text/plain'), col.stage);
      },
    },
    h(
      'header',
      {},
      h('h2', {}, label, h('span', { class: 'nw-count' }, col.count)),
      h('span', { class: 'nw-num nw-muted' }, col.sum),
    ),
    h(
      'div',
      { class: 'nw-column__cards' },
      col.cards.map((card) => cardNode(card, col.stage)),
    ),
  );
  return node;
}

/** The pipeline as a board: drag a card, or use its menu. */
export async function renderBoard({ host, params, stale, shortcuts }) {
  const data = await get(`/aura/board?filter=${encodeURIComponent(params.filter)}`);
  if (stale()) return;
  const filters = [
    ['MyOpportunities', t('my', t('Opportunities'))],
    ['AllOpportunities', t('all', t('Opportunities'))],
  ];
  const picker = h(
    'select',
    {
      class: 'nw-picker',
      'data-testid': 'list-filter',
      'aria-label': t('pipeline'),
      onchange: () => navigate(`/lightning/o/Opportunity/pipelineInspection?filterName=${picker.value}`),
    },
    filters.map(([id, label]) => h('option', { value: id, selected: id === data.filter }, label)),
  );
  host.replaceChildren(
    h(
      'div',
      { class: 'nw-board' },
      h(
        'div',
        { class: 'nw-list__head nw-card' },
        objectTile('Opportunity', 'nw-tile_big'),
        h('div', {}, h('small', {}, t('pipeline')), h('h1', { class: 'listViewTitle' }, picker)),
        h(
          'button',
          {
            type: 'button',
            class: 'slds-button slds-button_brand',
            'data-testid': 'new-record',
            onclick: () => navigate(newHref('Opportunity')),
          },
          icon('plus'),
          t('new'),
        ),
      ),
      h('div', { class: 'nw-columns-board' }, data.columns.map(column)),
    ),
  );
  document.title = `${t('pipeline')} | ${t('Opportunities')} | Salesforce`;
  shortcuts.n = () => navigate(newHref('Opportunity'));
}
