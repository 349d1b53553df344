import { app, get, t } from '../app.js';
import { h } from '../dom.js';
import { initials } from '../shell.js';

/** A colleague's profile: enough to be a link's target. */
export async function renderUser({ host, params, stale }) {
  const user = await get(`/aura/user?id=${params.id}`);
  if (stale()) return;
  host.replaceChildren(
    h(
      'div',
      { class: 'nw-card nw-profile', 'data-recordid': params.id },
      h('span', { class: 'nw-avatar nw-avatar_big' }, initials(user?.name ?? '?')),
      h(
        'div',
        {},
        h('h1', {}, user?.name ?? t('gone')),
        h('p', { class: 'nw-muted' }, user?.title),
        h('p', {}, user?.email),
        user?.id === app.boot.user.id ? h('span', { class: 'nw-chip' }, 'You') : null,
      ),
    ),
  );
  document.title = `${user?.name ?? 'User'} | User | Salesforce`;
}
