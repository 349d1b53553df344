/** What an address of Odoo names: a model when it says so, an action by name or number, a record id. */
export interface Address {
  /** `https://host[:port][/prefix]` without trailing slash. */
  readonly base: string;
  readonly model: string | null;
  /** The action when the address names no model: its meaning is known to the server only, save two. */
  readonly action: string | null;
  readonly id: string | null;
}

/** Path names of actions that Odoo itself ships (Odoo 18 and 19, modules crm and contacts). */
const ALIASES: Readonly<Record<string, string>> = { crm: 'crm.lead', contacts: 'res.partner' };

/**
 * Reads an address of Odoo 18 and later (`/odoo/crm/12`, `/odoo/action-123/45`, `/odoo/crm/12/res.partner/7`: the
 * last one wins, a number before an action is only its context) or of 17 and earlier
 * (`/web#id=12&model=crm.lead&view_type=form`, in any order). Null when it is neither.
 */
export function addressOf(url: URL): Address | null {
  const path = /^(.*?)\/(?:odoo|scoped_app)(?:\/(.*))?$/.exec(url.pathname);
  if (path) return { base: url.origin + path[1], ...ofSegments(path[2] ?? '') };
  const web = /^(.*?)\/web\/?$/.exec(url.pathname);
  return web ? { base: url.origin + web[1], ...ofHash(url.hash) } : null;
}

type Named = Pick<Address, 'model' | 'action' | 'id'>;

function ofSegments(path: string): Named {
  let action: string | null = null;
  let id: string | null = null;
  for (const segment of path.split('/').filter((part) => part !== '')) {
    if (isId(segment) || segment === 'new') id = segment;
    else [action, id] = [segment, null];
  }
  if (action === null) return { model: null, action: null, id: null };
  const record = id === 'new' ? null : id;
  const model = modelIn(action);
  return { model, action: model === null ? action : null, id: record };
}

function ofHash(hash: string): Named {
  const said = new URLSearchParams(hash.slice(1));
  const [id, model, action, view] = ['id', 'model', 'action', 'view_type'].map((name) => said.get(name));
  const form = view === null || view === undefined || view === 'form';
  return { model: model ?? null, action: action ?? null, id: form && id && isId(id) ? id : null };
}

function modelIn(segment: string): string | null {
  if (segment.startsWith('action-')) return null;
  if (segment.startsWith('m-')) return segment.slice(2);
  return ALIASES[segment] ?? (segment.includes('.') ? segment : null);
}

function isId(text: string): boolean {
  return /^[1-9]\d*$/.test(text);
}
