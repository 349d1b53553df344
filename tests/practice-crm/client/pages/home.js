import { app, get, recordHref, t } from '../app.js';
import { h, icon } from '../dom.js';
import { newHref, objectTile } from '../shell.js';
import { navigate } from '../router.js';

function figure(f) {
  return h(
    'div',
    { class: 'nw-card nw-figure' },
    h('span', { class: 'nw-muted' }, t(f.label)),
    h('b', {}, f.value),
    h('small', {}, f.note),
  );
}

function deal(row) {
  const { Name, AccountId, Amount, CloseDate, StageName } = row.cells;
  return h(
    'li',
    { class: 'nw-home__row' },
    h(
      'div',
      {},
      h('a', { href: recordHref('Opportunity', row.id) }, Name.display),
      h('small', {}, AccountId.display),
    ),
    h('span', { class: 'nw-chip' }, StageName.display),
    h('span', { class: 'nw-num' }, Amount.display),
    h('span', { class: row.late ? 'nw-num nw-late' : 'nw-num' }, CloseDate.display),
  );
}

function task(row) {
  const about = row.cells.WhatId.to ? row.cells.WhatId : row.cells.WhoId;
  return h(
    'li',
    { class: 'nw-home__row' },
    h('span', { class: 'nw-entry__icon nw-entry__icon_task' }, icon('Task')),
    h(
      'div',
      {},
      h('b', {}, row.subject),
      about.to ? h('a', { href: recordHref(about.to.object, about.to.id) }, about.display) : null,
    ),
    h('span', { class: row.late ? 'nw-num nw-late' : 'nw-num' }, row.cells.ActivityDate.display),
  );
}

export async function renderHome({ host, stale, shortcuts }) {
  const data = await get('/aura/home');
  if (stale()) return;
  const list = (title, tile, rows) =>
    h(
      'section',
      { class: 'nw-card nw-home__list' },
      h('h2', { class: 'nw-related__title' }, objectTile(tile), title),
      rows.length ? h('ul', {}, rows) : h('p', { class: 'nw-muted nw-empty' }, t('nothing')),
    );
  host.replaceChildren(
    h(
      'div',
      { class: 'nw-home' },
      h('h1', {}, t('greeting', app.boot.user.first)),
      h('div', { class: 'nw-figures' }, data.figures.map(figure)),
      h(
        'div',
        { class: 'nw-home__columns' },
        list(t('closingSoon'), 'Opportunity', data.closing.map(deal)),
        list(t('myTasks'), 'Task', data.tasks.map(task)),
      ),
    ),
  );
  document.title = `${t('home')} | Salesforce`;
  shortcuts.n = () => navigate(newHref('Opportunity'));
}
