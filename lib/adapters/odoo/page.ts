import type { FieldName, RawField, RecordRef } from '@/lib/domain/record';
import { definePage, type Eye } from '../contract';
import { addressOf } from './address';
import { type FieldSpot, type SpotName, spots } from './spots';

type Sight = Eye<SpotName>;
type Fields = Partial<Record<FieldName, RawField>>;

/** Which of Odoo's fields carries which of ours. Where two are named, the first filled one counts. */
const FIELDS = {
  deal: {
    name: ['name'],
    amount: ['expected_revenue'],
    stage: ['stage_id'],
    closeDate: ['date_deadline'],
    owner: ['user_id'],
    account: ['partner_id'],
    phone: ['phone'],
    email: ['email_from'],
    probability: ['probability'],
  },
  lead: {
    name: ['name'],
    account: ['partner_name'],
    contact: ['contact_name'],
    title: ['function'],
    phone: ['phone'],
    email: ['email_from'],
    owner: ['user_id'],
    country: ['country_id'],
  },
  account: { name: ['name'], phone: ['phone'], email: ['email'] },
  contact: { name: ['name'], title: ['function'], phone: ['phone'], email: ['email'] },
} as const satisfies Record<RecordRef['object'], Partial<Record<FieldName, readonly FieldSpot[]>>>;

/** `RawField`'s own limit. */
const LONGEST = 2000;

export const odooPage = definePage<SpotName>({
  kind: 'odoo',
  label: 'Odoo',
  revision: 1,
  // Stepping through records shows the new address with old values for up to 58 ms (measured on 19); twice that and more.
  settleMs: 150,
  spots,
  detect(url, eye) {
    const address = addressOf(url);
    if (!address || !eye.one('shell')) return null;
    // The database stands beside the user's name in wide windows only: it is asked of the API.
    return { base: address.base, tenant: null, version: null, test: false };
  },
  locate(url, eye) {
    const address = addressOf(url);
    if (!address?.id) return null;
    const form = eye.one('form');
    // An action's name or number says nothing of its model; the form it opened does.
    const api = address.model ?? (address.action !== null && form ? 'crm.lead' : null);
    if (api === 'crm.lead') {
      // Leads have no pipeline: their form comes without the stages. Until it is there it may be either.
      const object = form && !eye.one('stage_id', form) ? 'lead' : 'deal';
      return { object, api, remoteId: address.id };
    }
    if (api !== 'res.partner') return null;
    const partner = eye.one('partnerForm');
    const object = partner && eye.one('company', partner) ? 'account' : 'contact';
    return { object, api, remoteId: address.id };
  },
  expected: (ref) => Object.keys(FIELDS[ref.object]) as FieldName[],
  read(ref, eye) {
    const form = formOf(ref, eye);
    // Every record has a name: without one the form has not come, or belongs to a record not saved yet.
    if (!form || !widget('name', form, eye)?.text) return null;
    const fields: Fields = {};
    for (const [name, [spot]] of entries(ref)) {
      const found = spot === 'stage_id' ? stage(form, eye) : widget(spot, form, eye);
      if (found) fields[name] = found;
    }
    const plan = eye.text('plan');
    if (plan) fields.nextStep = { text: plan.slice(0, LONGEST) };
    // What stands there is when it was expected to close; Odoo does not show when a closed deal did.
    if (fields.stage?.closed === 'won' || fields.stage?.closed === 'lost') delete fields.closeDate;
    return fields;
  },
  // The user's picture carries the partner, not the user: who is signed in is asked of the API.
  whoami: () => null,
  anchor(ref, field, eye) {
    const form = formOf(ref, eye);
    const spot = entries(ref).find(([name]) => name === field)?.[1][0];
    return form && spot ? eye.one(spot, form) : null;
  },
  // Odoo's page names no language; formats are the user's own and only the API tells them.
  hints: () => ({ locale: null, zone: null }),
});

function entries(ref: RecordRef): [FieldName, readonly [FieldSpot]][] {
  return Object.entries(FIELDS[ref.object]) as [FieldName, readonly [FieldSpot]][];
}

function formOf(ref: RecordRef, eye: Sight): Element | null {
  return eye.one(ref.api === 'crm.lead' ? 'form' : 'partnerForm');
}

function widget(spot: FieldSpot, form: Element, eye: Sight): RawField | null {
  const box = eye.one(spot, form);
  if (!box) return null;
  const control = eye.one('control', box);
  const text = control && 'value' in control ? String(control.value) : eye.textOf(box);
  const raw: RawField = { text: text.trim().slice(0, LONGEST) };
  if (raw.text === '') return raw;
  if (spot === 'probability') return { text: `${raw.text} %` };
  if (spot === 'user_id') {
    const picture = eye.one('picture', box);
    const id = picture && /\/res\.users\/(\d+)/.exec(eye.attribute(picture, 'src') ?? '')?.[1];
    return id ? { ...raw, id } : raw;
  }
  if (spot === 'expected_revenue' && control) {
    const symbol = eye.text('symbol', box);
    return { text: symbol ? `${symbol} ${raw.text}` : raw.text };
  }
  return raw;
}

function stage(form: Element, eye: Sight): RawField | null {
  const box = eye.one('stage_id', form);
  const now = box && eye.one('stageNow', box);
  if (!now) return null;
  const id = eye.attribute(now, 'data-value');
  return { text: ownWords(now).slice(0, LONGEST), ...(id ? { machine: id } : {}), closed: closed(form, eye) };
}

/** A step's label: its first part, because how long the deal has been there may stand beside it. */
function ownWords(step: Element): string {
  for (const part of step.childNodes) {
    const words = (part.textContent ?? '').trim();
    if (words !== '') return words;
  }
  return '';
}

function closed(form: Element, eye: Sight): 'open' | 'won' | 'lost' {
  const ribbon = eye.one('ribbon', form);
  const colour = ribbon ? (eye.attribute(ribbon, 'class') ?? '') : '';
  if (/\b(text-)?bg-danger\b/.test(colour)) return 'lost';
  return /\b(text-)?bg-success\b/.test(colour) ? 'won' : 'open';
}
