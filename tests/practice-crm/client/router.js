import { app, loadBoot } from './app.js';
import { drawConsoleTabs, frameHolder, isConsole, pageFrame } from './console.js';
import { wait } from './dom.js';
import { renderHome } from './pages/home.js';
import { renderList } from './pages/list.js';
import { renderBoard } from './pages/board.js';
import { renderRecord } from './pages/record.js';
import { renderUser } from './pages/user.js';
import { openNewModal } from './overlay/edit-modal.js';
import { closePreview } from './overlay/preview.js';
import { markNav, refreshUser } from './shell.js';

/** How many pages stay in the DOM, hidden, after being left. */
const keptPages = 5;
const pages = new Map();
let turn = 0;

const idPattern = '[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?';
const record = new RegExp(`^/lightning/r/(?:([A-Za-z]\\w*)/)?(${idPattern})/(view|edit)$`);

/** What an address asks for. */
function parse(href) {
  const url = new URL(href, location.origin);
  const atRecord = record.exec(url.pathname);
  if (atRecord?.[1] === 'User') return { draw: renderUser, nav: 'home', params: { id: atRecord[2] } };
  if (atRecord)
    return {
      draw: renderRecord,
      nav: atRecord[1] ?? 'Opportunity',
      params: { id: atRecord[2], mode: atRecord[3] },
    };
  const filter = url.searchParams.get('filterName') ?? '';
  const list = /^\/lightning\/o\/(\w+)\/(list|home|pipelineInspection|new)$/.exec(url.pathname);
  if (list?.[2] === 'pipelineInspection') return { draw: renderBoard, nav: 'board', params: { filter } };
  if (list?.[2] === 'new')
    return {
      modal: list[1],
      behind: url.searchParams.get('backgroundContext') ?? `/lightning/o/${list[1]}/list`,
    };
  if (list) return { draw: renderList, nav: list[1], params: { object: list[1], filter } };
  return { draw: renderHome, nav: 'home', params: {} };
}

/** Changes the address first, as Lightning does; the page follows. */
export function navigate(href, { replace = false } = {}) {
  if (replace) history.replaceState({}, '', href);
  else history.pushState({}, '', href);
  return route();
}

function activate(key) {
  for (const [other, { frame }] of pages) {
    frame.classList.toggle('active', other === key);
    frame.style.display = other === key ? '' : 'none';
    if (isConsole()) frame.setAttribute('aria-expanded', String(other === key));
  }
  drawConsoleTabs(pages, key);
}

function forget() {
  for (const [key, page] of pages) {
    if (pages.size <= keptPages) return;
    page.frame.remove();
    pages.delete(key);
  }
}

async function show(target, href) {
  const mine = ++turn;
  await wait(app.boot.options.renderDelayMs);
  await loadBoot();
  refreshUser();
  const stale = () => mine !== turn;
  if (stale()) return;
  const key = new URL(href, location.origin).pathname + (target.params.filter ?? '');
  let page = pages.get(key);
  const fresh = !page;
  if (page) pages.delete(key);
  else {
    page = pageFrame();
    frameHolder().append(page.frame);
  }
  pages.set(key, page);
  activate(key);
  forget();
  markNav(target.nav);
  window.scrollTo(0, 0);
  page.shortcuts = {};
  await target.draw({ host: page.host, params: target.params, fresh, stale, shortcuts: page.shortcuts });
  if (stale()) return;
  page.title = document.title.split(' | ')[0];
  drawConsoleTabs(pages, key);
}

/** Keyboard actions of the page in front, as its renderer set them. */
export function shortcutsInFront() {
  return [...pages.values()].find((page) => page.frame.classList.contains('active'))?.shortcuts ?? {};
}

export async function route() {
  closePreview();
  const target = parse(location.href);
  if (!target.modal) return show(target, location.href);
  if (pages.size === 0) await show(parse(target.behind), target.behind);
  return openNewModal(target.modal, target.behind);
}

/** Draws the page in front again, after a change. */
export function redraw() {
  const target = parse(location.href);
  return target.modal ? undefined : show(target, location.href);
}

/** In-page links, also inside shadow roots. */
export function followLinks() {
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
      return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const href = link?.getAttribute('href');
    if (!href?.startsWith('/lightning/')) return;
    event.preventDefault();
    navigate(href);
  });
  window.addEventListener('popstate', () => route());
}
