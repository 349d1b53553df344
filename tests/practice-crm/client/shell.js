import { app, get, objectInfo, recordHref, setLocale, t } from './app.js';
import { assistive, h, icon } from './dom.js';

const localeNames = { 'en-US': 'English', 'de-DE': 'Deutsch', 'ko-KR': '한국어', 'fr-FR': 'Français' };

export function initials(name) {
  const parts = name.split(/[\s-]+/).filter(Boolean);
  const letters = parts.length > 1 ? parts[0][0] + parts.at(-1)[0] : name.slice(0, 2);
  return letters.toUpperCase();
}

function newHref(object) {
  const behind = encodeURIComponent(location.pathname + location.search);
  return `/lightning/o/${object}/new?count=1&nooverride=1&useRecordTypeCheck=1&navigationLocation=LIST_VIEW&uid=${Date.now()}&backgroundContext=${behind}`;
}
export { newHref };

function searchBox() {
  const results = h('ul', { class: 'nw-search__results', role: 'listbox', hidden: true });
  const input = h('input', {
    type: 'search',
    class: 'nw-search__input',
    placeholder: t('search'),
    'aria-label': t('search'),
    'data-testid': 'global-search',
    oninput: async () => {
      const asked = input.value;
      const found = (await get(`/aura/search?q=${encodeURIComponent(asked)}`)) ?? [];
      if (input.value !== asked) return;
      results.replaceChildren(
        ...found.map((r) =>
          h(
            'li',
            { role: 'option' },
            h(
              'a',
              { href: recordHref(r.object, r.id), onclick: close },
              objectTile(r.object),
              h(
                'span',
                {},
                h('b', {}, r.name),
                h('small', {}, [objectInfo(r.object).label, r.note].filter(Boolean).join(' · ')),
              ),
            ),
          ),
        ),
      );
      results.hidden = found.length === 0;
    },
    onkeydown: (event) => {
      if (event.key === 'Enter' && !event.isComposing) results.querySelector('a')?.click();
      if (event.key === 'Escape') close();
    },
  });
  function close() {
    results.hidden = true;
    input.value = '';
  }
  input.addEventListener('blur', () => setTimeout(() => (results.hidden = true), 150));
  return h('div', { class: 'nw-search', role: 'search' }, icon('search'), input, results);
}

export function objectTile(object, className = '') {
  return h('span', { class: `nw-tile nw-tile_${object.toLowerCase()} ${className}` }, icon(object));
}

function avatarMenu() {
  const { user, locale } = app.boot;
  const menu = h(
    'div',
    { class: 'nw-menu', hidden: true, role: 'menu', 'data-testid': 'user-menu' },
    h(
      'div',
      { class: 'nw-menu__user' },
      h('span', { class: 'nw-avatar' }, initials(user.name)),
      h(
        'div',
        {},
        h('a', { class: 'profile-link-label', href: recordHref('User', user.id) }, user.name),
        h('small', {}, user.title),
      ),
    ),
    h('a', { class: 'nw-menu__item', role: 'menuitem', href: recordHref('User', user.id) }, t('profile')),
    h('div', { class: 'nw-menu__title' }, t('language')),
    ...Object.entries(localeNames).map(([id, name]) =>
      h(
        'button',
        {
          class: `nw-menu__item${id === locale ? ' is-current' : ''}`,
          role: 'menuitem',
          type: 'button',
          'data-locale': id,
          onclick: () => setLocale(id).then(() => location.reload()),
        },
        name,
      ),
    ),
  );
  const button = h(
    'button',
    {
      class: 'nw-avatar nw-avatar_button branding-userProfile-button',
      type: 'button',
      'aria-haspopup': 'menu',
      title: user.name,
      onclick: () => (menu.hidden = !menu.hidden),
    },
    initials(user.name),
  );
  document.addEventListener('click', (event) => {
    if (!event.composedPath().some((node) => node === menu || node === button)) menu.hidden = true;
  });
  return h('div', { class: 'nw-menu-anchor', 'data-user-id': user.id }, button, menu);
}

const tabs = [
  ['home', '/lightning/page/home', () => t('home')],
  ['Lead', '/lightning/o/Lead/list?filterName=MyLeads', () => t('Leads')],
  ['Account', '/lightning/o/Account/list?filterName=MyAccounts', () => t('Accounts')],
  ['Contact', '/lightning/o/Contact/list?filterName=MyContacts', () => t('Contacts')],
  ['Opportunity', '/lightning/o/Opportunity/list?filterName=MyOpportunities', () => t('Opportunities')],
  ['board', '/lightning/o/Opportunity/pipelineInspection?filterName=MyOpportunities', () => t('pipeline')],
];

export function drawShell() {
  const header = h(
    'header',
    { id: 'oneHeader', class: 'oneHeader nw-header' },
    h(
      'a',
      { class: 'nw-brand', href: '/lightning/page/home' },
      h('img', { src: '/client/icon.svg', alt: '', width: 26, height: 26 }),
      'Northwind',
    ),
    searchBox(),
    h(
      'div',
      { class: 'nw-header__actions' },
      h(
        'button',
        {
          class: 'nw-round',
          type: 'button',
          title: t('newThing', t('Opportunity')),
          'data-testid': 'global-new',
          onclick: () => document.dispatchEvent(new CustomEvent('practice-new')),
        },
        icon('plus'),
        assistive(t('new')),
      ),
      avatarMenu(),
    ),
  );
  const nav = h(
    'one-appnav',
    {},
    h(
      'nav',
      { class: 'nw-nav slds-context-bar', 'aria-label': 'App' },
      h('span', { class: 'nw-nav__app' }, icon('dots'), 'Sales'),
      ...tabs.map(([id, href, label]) =>
        h(
          'one-app-nav-bar-item-root',
          { 'data-nav': id },
          h('a', { class: 'nw-nav__item slds-context-bar__label-action', href }, label()),
        ),
      ),
    ),
  );
  const stage = h(
    'div',
    { class: 'slds-template__container' },
    h('main', { class: 'lafSinglePaneWindowManager' }),
  );
  document.getElementById('app').replaceChildren(header, nav, stage);
}

export function markNav(id) {
  for (const item of document.querySelectorAll('[data-nav]')) {
    const on = item.dataset.nav === id;
    item.classList.toggle('slds-is-active', on);
    if (on) item.firstElementChild.setAttribute('aria-current', 'page');
    else item.firstElementChild.removeAttribute('aria-current');
  }
}

/** The signed-in user may change under us. */
export function refreshUser() {
  const anchor = document.querySelector('.nw-menu-anchor');
  if (anchor.dataset.userId !== app.boot.user.id) anchor.replaceWith(avatarMenu());
}
