import { app, objectInfo, t } from '../app.js';
import { h, icon, slotted, wrap } from '../dom.js';
import { openEditModal } from '../overlay/edit-modal.js';
import { openTaskDialog } from '../overlay/task-dialog.js';
import { openCallComposer } from '../overlay/call-composer.js';
import { objectTile } from '../shell.js';
import { valueElement } from './value.js';

function detail(data, name) {
  const { label } = objectInfo(data.object).fields[name];
  const cell = data.fields[name];
  return h(
    'records-highlights-details-item',
    { class: 'slds-page-header__detail-block' },
    h(
      'div',
      {},
      h('p', { class: 'slds-text-title slds-truncate', title: label }, label),
      h(
        'p',
        { class: 'fieldComponent slds-text-body--regular slds-show_inline-block slds-truncate' },
        h('slot', {}, valueElement(data.object, name, cell, data.fields)),
      ),
    ),
  );
}

function action(api, label, glyph, onclick, brand = false) {
  return h(
    'runtime_platform_actions-action-renderer',
    { title: label, apiname: api },
    h(
      'button',
      { type: 'button', name: api, class: `slds-button slds-button_${brand ? 'brand' : 'neutral'}`, onclick },
      icon(glyph),
      label,
    ),
  );
}

/** The panel on top: object, name, compact fields, actions. */
export function highlights(data) {
  const info = objectInfo(data.object);
  const person = data.object === 'Lead' || data.object === 'Contact';
  const shown = info.highlights.filter((name) => !app.boot.options.omit.includes(name));
  const header = h(
    'records-highlights2',
    {},
    h(
      'div',
      { class: 'highlights slds-page-header' },
      h(
        'div',
        { class: 'nw-highlights__top' },
        h('slot', { name: 'icon' }, objectTile(data.object, 'nw-tile_big')),
        h(
          'h1',
          {},
          h(
            'div',
            { class: 'entityNameTitle' },
            slotted('entityLabel', h('records-entity-label', {}, info.label)),
          ),
          slotted(
            'primaryField',
            h(person ? 'lightning-formatted-name' : 'lightning-formatted-text', {}, data.name),
          ),
        ),
        h(
          'runtime_platform_actions-actions-ribbon',
          {},
          h(
            'div',
            { class: 'nw-actions' },
            action('Edit', t('edit'), 'pencil', () => openEditModal(data.id)),
            action('NewTask', t('newTask'), 'Task', () => openTaskDialog(data)),
            action('LogACall', t('logCall'), 'Call', () => openCallComposer(data), true),
          ),
        ),
      ),
      h(
        'div',
        { class: 'nw-highlights__details secondaryFields' },
        h(
          'slot',
          { name: 'secondaryFields' },
          shown.map((name) => detail(data, name)),
        ),
      ),
    ),
  );
  const tag = `forcegenerated-highlightspanel_${data.object.toLowerCase()}___012000000000000aaa___compact___view___recordlayout2`;
  const chain = [
    [
      'flexipage-component2',
      { slot: 'header', 'data-component-id': 'force_highlightsPanel', class: 'nw-card' },
    ],
    'records-lwc-highlights-panel',
    'records-lwc-record-layout',
    [tag, { class: 'forcegenerated-record-layout2' }],
  ];
  return wrap(chain, header);
}
