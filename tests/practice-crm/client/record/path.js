import { app, save, t } from '../app.js';
import { h, icon, wrap } from '../dom.js';
import { toast } from '../overlay/toast.js';
import { redraw } from '../router.js';

function classes(step, looked) {
  const ended = step.won ? ' slds-is-won' : step.lost ? ' slds-is-lost' : '';
  return `slds-path__item slds-is-${step.state}${ended}${step.value === looked ? ' slds-is-active' : ''}`;
}

/** One step, Aura markup: `data-name` is the API value, the title is translated. */
function auraStep(step, looked, onLook) {
  const word = step.state === 'current' ? 'current' : step.state === 'complete' ? 'complete' : 'ahead';
  return h(
    'li',
    {
      class: `${classes(step, looked)} runtime_sales_pathassistantPathAssistantTab`,
      role: 'presentation',
      'data-name': step.value,
    },
    h(
      'a',
      {
        class: 'tabHeader slds-path__link',
        role: 'option',
        tabindex: step.value === looked ? 0 : -1,
        'data-tab-name': step.value,
        'aria-selected': String(step.value === looked),
        title: step.label,
        href: 'javascript:void(0)',
        onclick: (event) => {
          event.preventDefault();
          onLook(step.value);
        },
      },
      h('span', { class: `${word} slds-path__stage` }, step.state === 'complete' ? icon('check') : null),
      h('span', { class: 'title slds-path__title' }, step.label),
    ),
  );
}

/** One step, LWC markup: state in the host's class, the label in `data-label`. */
function lwcStep(step, looked, onLook) {
  return h(
    'runtime_sales_pathassistant-path-step',
    { class: classes(step, looked), role: 'presentation' },
    h(
      'a',
      {
        class: 'slds-path__link',
        role: 'option',
        'aria-selected': String(step.value === looked),
        href: 'javascript:void(0)',
        onclick: (event) => (event.preventDefault(), onLook(step.value)),
      },
      h('span', { class: 'slds-path__stage' }, step.state === 'complete' ? icon('check') : null),
      h('span', { class: 'slds-path__title', 'data-label': step.label }, step.label),
    ),
  );
}

/** The stage path; null when the object has none or the org switched it off. */
export function pathCard(data) {
  const kind = app.boot.options.path;
  if (!data.path || kind === 'none') return null;
  const { field, steps, current } = data.path;
  const holder = h('div', { class: 'nw-path' });

  async function move(to) {
    const { ok, body } = await save(data.object, data.id, { [field]: to });
    if (!ok) return toast(t('failed', body.message), 'error');
    toast(t('saved', data.name));
    redraw();
  }
  function draw(looked) {
    const at = steps.findIndex((s) => s.value === current);
    const next = steps[at + 1]?.value;
    const target = looked === current ? next : looked;
    const button = h(
      'button',
      {
        type: 'button',
        class: 'slds-button slds-button_brand slds-path__mark-complete',
        disabled: !target,
        onclick: () => move(target),
      },
      icon('check'),
      looked === current ? t('markComplete') : t('markCurrent'),
    );
    const nodes = steps.map((step) => (kind === 'lwc' ? lwcStep : auraStep)(step, looked, draw));
    const track = h(
      'ul',
      { class: 'slds-path__nav', role: kind === 'lwc' ? 'listbox' : 'tablist', 'aria-label': 'Path Options' },
      nodes,
    );
    const chain =
      kind === 'lwc'
        ? [
            'runtime_sales_pathassistant-path',
            'runtime_sales_pathassistant-path-track',
            'runtime_sales_pathassistant-path-track-scroller',
          ]
        : [
            ['div', { class: 'runtime_sales_pathassistantPathAssistant' }],
            ['div', { class: 'runtime_sales_pathassistantCollapsibleDrawer' }],
            ['div', { class: 'runtime_sales_pathassistantPathAssistantTabSet' }],
            ['div', { role: 'listbox', 'aria-label': 'Path' }],
          ];
    holder.replaceChildren(wrap(chain, track), button);
  }
  draw(current);
  return h(
    'flexipage-component2',
    { 'data-component-id': 'runtime_sales_pathassistant_pathAssistant', class: 'nw-card' },
    holder,
  );
}
