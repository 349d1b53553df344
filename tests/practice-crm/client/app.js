/** What every page shares: boot data, words, calls to the server. */
export const app = { boot: null };

export async function loadBoot() {
  app.boot = await (await fetch('/aura/boot')).json();
  return app.boot;
}

/** A page word in the user's language, `{0}`, `{1}` filled in. */
export function t(name, ...values) {
  return (app.boot.words[name] ?? name).replace(/\{(\d)\}/g, (_, i) => values[i] ?? '');
}

export function objectInfo(name) {
  return app.boot.objects[name];
}

/** JSON from the server, or null when it is not there (404). */
export async function get(path) {
  const response = await fetch(path);
  return response.ok ? response.json() : null;
}

async function post(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { ok: response.ok, body: await response.json() };
}

/** Creates (`id` null) or changes a record: `{ ok, body: { id } | { message, fields } }`. */
export function save(object, id, fields) {
  return post('/aura/save', { object, id, fields });
}

export function setLocale(locale) {
  return post('/aura/locale', { locale });
}

export function recordHref(object, id) {
  return `/lightning/r/${object}/${id}/view`;
}
