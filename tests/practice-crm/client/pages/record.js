import { app, get, objectInfo, t } from '../app.js';
import { h, icon, wait, wrap } from '../dom.js';
import { openEditModal } from '../overlay/edit-modal.js';
import { activityPanel, recentCard } from '../record/activity.js';
import { detailsFrame, fillDetails } from '../record/details.js';
import { highlights } from '../record/highlights.js';
import { pathCard } from '../record/path.js';
import { relatedCards } from '../record/related.js';
import { newHref } from '../shell.js';
import { navigate } from '../router.js';

function stencil() {
  return h(
    'div',
    { class: 'nw-card nw-stencils' },
    [60, 90, 40, 75].map((width) => h('span', { class: 'nw-stencil', style: { width: `${width}%` } })),
  );
}

function gone() {
  return h('div', { class: 'nw-card nw-gone', role: 'alert' }, icon('close'), h('h2', {}, t('gone')));
}

/** Tabs whose content is made when first opened, as on Lightning pages. */
function tabset(data, makers, first) {
  const bodies = new Map();
  const bar = h('ul', { class: 'slds-tabs_default__nav', role: 'tablist' });
  const panels = h('slot', {});
  function open(id) {
    if (!bodies.has(id)) {
      const panel = h('flexipage-tab2', { role: 'tabpanel', 'aria-labelledby': `${id}__item` });
      bodies.set(id, panel);
      panels.append(panel);
      panel.append(makers[id].make());
    }
    for (const [key, panel] of bodies)
      panel.className =
        key === id ? 'slds-tabs_default__content slds-show' : 'slds-tabs_default__content slds-hide';
    for (const item of bar.children) {
      const on = item.dataset.tabValue === id;
      item.className = `slds-tabs_default__item${on ? ' slds-is-active' : ''}`;
      item.firstChild.setAttribute('aria-selected', String(on));
    }
  }
  bar.append(
    ...Object.entries(makers).map(([id, { label }]) =>
      h(
        'li',
        { 'data-tab-value': id, 'data-target-selection-name': `${id}Tab`, role: 'presentation' },
        h(
          'a',
          {
            id: `${id}__item`,
            role: 'tab',
            class: 'slds-tabs_default__link',
            href: 'javascript:void(0)',
            onclick: (event) => (event.preventDefault(), open(id)),
          },
          label,
        ),
      ),
    ),
  );
  const node = h(
    'flexipage-tabset2',
    { class: 'nw-card' },
    h('lightning-tabset', { class: 'flexipage-tabset' }, h('lightning-tab-bar', {}, bar), panels),
  );
  return { node, open: () => open(first) };
}

function build(data, stale) {
  const frame = detailsFrame(data);
  const makers = {
    detailTab: {
      label: t('details'),
      make: () => {
        fillDetails(frame.inner, data, stale);
        return frame.node;
      },
    },
    activityTab: { label: t('activity'), make: () => activityPanel(data) },
  };
  const tabs = tabset(data, makers, app.boot.options.firstTab);
  const object = data.object.toLowerCase();
  const main = h('div', { class: 'nw-main' }, tabs.node);
  const side = h(
    'div',
    { class: 'nw-side', slot: 'sidebar' },
    data.related.length > 0 ? relatedCards(data) : recentCard(data),
  );
  const template = h(
    'flexipage-record-home-template-desktop2',
    { class: 'forcegenerated-flexipage-template' },
    highlights(data),
    pathCard(data),
    h('div', { class: 'nw-record-columns' }, main, side),
  );
  const chain = [
    ['div', { class: 'oneRecordHomeFlexipage2Wrapper', 'data-aura-class': 'oneRecordHomeFlexipage2Wrapper' }],
    ['one-record-home-flexipage2', { 'data-recordid': data.id }],
    `forcegenerated-adg-rollup_component___force-generated__flexipage_-record-page___${object}_-record_-page___${object}___-v-i-e-w`,
    [
      `forcegenerated-flexipage_${object}_record_page_${object}__view_js`,
      { class: 'forcegenerated-flexipage-module' },
    ],
    'record_flexipage-desktop-record-page-decorator',
    ['div', { class: 'record-page-decorator' }],
    'records-record-layout-event-broker',
    'slot',
  ];
  return { node: wrap(chain, template), open: tabs.open };
}

/** A record page. A cached one stays visible until the fresh data is there. */
export async function renderRecord({ host, params, fresh, stale, shortcuts }) {
  if (fresh) host.replaceChildren(stencil());
  const data = await get(`/aura/record?id=${params.id}`);
  if (stale()) return;
  if (!data) {
    host.replaceChildren(gone());
    document.title = 'Salesforce';
    return;
  }
  if (fresh) await wait(app.boot.options.renderDelayMs);
  if (stale()) return;
  const page = build(data, stale);
  host.replaceChildren(page.node);
  document.title = `${data.name} | ${objectInfo(data.object).label} | Salesforce`;
  page.open();
  shortcuts.e = () => openEditModal(data.id);
  shortcuts.n = () => navigate(newHref(data.object));
  if (params.mode === 'edit') openEditModal(data.id);
  if (data.vanishing) {
    await wait(app.boot.options.renderDelayMs * 3);
    if (!stale()) host.replaceChildren(gone());
  }
}
