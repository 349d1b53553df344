import { recordHref, t } from '../app.js';
import { h, icon } from '../dom.js';
import { openCallComposer } from '../overlay/call-composer.js';
import { openTaskDialog } from '../overlay/task-dialog.js';

function composer(data) {
  const tool = (name, label, glyph, onclick) =>
    h(
      'lightning-button-group',
      { 'data-target-selection-name': `${name}Tab` },
      h(
        'button',
        { type: 'button', class: 'slds-button slds-button_neutral', title: label, onclick },
        icon(glyph),
        label,
      ),
    );
  return h(
    'runtime_sales_activities-activity-panel-composer',
    { class: 'nw-composer' },
    tool('LogACall', t('logCall'), 'Call', () => openCallComposer(data)),
    tool('NewTask', t('newTask'), 'Task', () => openTaskDialog(data)),
  );
}

function entry(item) {
  const who = item.cells.WhoId;
  return h(
    'li',
    {
      class: `row ${item.kind} runtime_sales_activitiesActivityTimelineFixedStencil nw-entry${item.overdue ? ' is-overdue' : ''}`,
      'data-activity-id': item.id,
    },
    h('span', { class: `nw-entry__icon nw-entry__icon_${item.kind.toLowerCase()}` }, icon(item.kind)),
    h(
      'div',
      { class: 'nw-entry__text' },
      h(
        'div',
        { class: 'nw-entry__head' },
        h('b', {}, item.subject),
        item.outcome ? h('span', { class: 'nw-chip' }, item.outcome) : null,
        h(
          'span',
          { class: 'dueDate' },
          item.overdue ? `${t('overdue')} · ` : '',
          item.cells.ActivityDate.display,
        ),
      ),
      h(
        'div',
        { class: 'nw-muted' },
        item.cells.OwnerId.display,
        who?.to ? [' · ', h('a', { href: recordHref(who.to.object, who.to.id) }, who.display)] : null,
      ),
      item.note ? h('p', {}, item.note) : null,
    ),
  );
}

function group(title, items, className) {
  const list = items.length
    ? h('ul', { class: 'activityHistories' }, items.map(entry))
    : h('p', { class: 'nw-muted nw-empty' }, t('nothing'));
  return h('section', { class: className }, h('h3', { class: 'nw-group' }, title), list);
}

/** The activity tab: composer, what is due, what was done. */
export function activityPanel(data) {
  return h(
    'flexipage-component2',
    {},
    h(
      'flexipage-aura-wrapper',
      {},
      composer(data),
      group(t('upcoming'), data.timeline.upcoming, 'standardTimelineUpcomingActivities'),
      h('past-activity-groups', {}, group(t('past'), data.timeline.past, 'pastActivities')),
    ),
  );
}

/** The last few activities as a card, for pages without related lists. */
export function recentCard(data) {
  const rows = data.timeline.past.slice(0, 6).map(entry);
  const list = rows.length
    ? h('ul', { class: 'nw-recent' }, rows)
    : h('p', { class: 'nw-muted nw-empty' }, t('nothing'));
  return h(
    'section',
    { class: 'nw-card nw-related' },
    h('h2', { class: 'nw-related__title' }, t('past')),
    list,
  );
}
