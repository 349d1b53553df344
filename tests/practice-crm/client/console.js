import { app } from './app.js';
import { h } from './dom.js';

/** The console app keeps each record in a tab of its own; the others stay in the document, hidden. */
export function isConsole() {
  return app.boot.options.app === 'console';
}

/** What a page is drawn into (`host`), and what stands in the document for it and carries `active` (`frame`). */
export function pageFrame() {
  if (!isConsole()) {
    const host = h('div', { class: 'windowViewMode-normal oneContent lafPageHost' });
    return { host, frame: host };
  }
  const host = h('div', { class: 'windowViewMode-maximized active lafPageHost' });
  const frame = h(
    'section',
    { class: 'tabContent oneConsoleTab', role: 'tabpanel' },
    h('div', { class: 'oneWorkspaceTabWrapper' }, host),
  );
  return { host, frame };
}

/** Where frames stand: in the console beside the bar of its tabs. */
export function frameHolder() {
  const main = document.querySelector('.lafSinglePaneWindowManager');
  if (!isConsole()) return main;
  const split = main.querySelector('.split-right');
  if (split) return split;
  const bar = h('div', { class: 'oneConsoleTabContainer' }, h('ul', { class: 'nw-tabs', role: 'tablist' }));
  return main.appendChild(h('div', { class: 'split-right', role: 'main' }, bar));
}

/** `pages` by address path, each with its title once it was drawn. */
export function drawConsoleTabs(pages, front) {
  const list = document.querySelector('.oneConsoleTabContainer > ul');
  if (!list) return;
  const records = [...pages].filter(([path]) => path.startsWith('/lightning/r/'));
  const items = records.map(([path, page]) =>
    h(
      'li',
      { class: `oneConsoleTabItem${path === front ? ' active' : ''}`, role: 'presentation' },
      h(
        'a',
        { class: 'tabHeader', role: 'tab', href: path, 'aria-selected': String(path === front) },
        h('span', { class: 'title' }, page.title ?? '…'),
      ),
    ),
  );
  list.replaceChildren(...items);
}
