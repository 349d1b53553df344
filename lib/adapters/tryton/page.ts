import type { FieldName, RawField } from '@/lib/domain/record';
import { definePage, type Eye } from '../contract';
import { closedOf, contactOf, EXPECTED, KINDS } from './models';
import { type SpotName, spots } from './spots';

type Sight = Eye<SpotName>;
type Fields = Partial<Record<FieldName, RawField>>;

/** `#<database>/model/<model>/<id>`, then `;` and the tab's name, filters and views. Without id it is a list. */
const RECORD = /^#([^/;]+)\/model\/([a-z_.]+)\/(\d+)(?:;|$)/;
/**
 * Which record an input was last seen filled for. Stepping to the next record, Tryton moves the address first and
 * fills the same inputs once its server has answered (50 to 100 ms on a near one, no limit on a far one); stepping
 * to another tab it may be the other way round. Numbers are never given twice, so the same input with the same
 * number cannot be another record: one of the two, address or values, has not arrived.
 */
const filledFor = new WeakMap<Element, { readonly remoteId: string; readonly number: string }>();
/** `RawField`'s own limit: a page may hold a novel in an input. */
const LONGEST = 2000;

export const trytonPage = definePage<SpotName>({
  kind: 'tryton',
  label: 'Tryton',
  revision: 1,
  spots,
  detect(url, eye) {
    if (!eye.one('shell')) return null;
    const database = /^#([^/;]+)(?:[/;]|$)/.exec(url.hash)?.[1];
    return {
      base: url.origin + url.pathname.replace(/\/[^/]*$/, ''),
      tenant: database === undefined ? null : decodeURIComponent(database),
      version: null,
      test: false,
    };
  },
  locate(url) {
    const [, , api = '', remoteId = ''] = RECORD.exec(url.hash) ?? [];
    const object = KINDS[api];
    return object ? { object, api, remoteId } : null;
  },
  expected: (ref) => EXPECTED[ref.api] ?? [],
  read(ref, eye) {
    const isParty = ref.api === 'party.party';
    const given = eye.one(isParty ? 'code' : 'number');
    if (given && isStale(given, ref.remoteId)) return null;
    return isParty ? party(eye) : opportunity(eye);
  },
  // The page shows a name and a currency, but no id: who is signed in is asked of the API.
  whoami: () => null,
  anchor(ref, field, eye) {
    if (ref.api === 'party.party') return field === 'name' ? eye.one('partyName') : null;
    return field in spots ? eye.one(field as SpotName) : null;
  },
  hints(eye) {
    const locale = eye.language?.replaceAll('_', '-') ?? null;
    // Tryton's "English" writes the month first.
    return { locale: locale === 'en' ? 'en-US' : locale, zone: null };
  },
});

function isStale(input: Element, remoteId: string): boolean {
  const number = valueOf(input);
  if (number === '') return false;
  const before = filledFor.get(input);
  if (before && before.number === number && before.remoteId !== remoteId) return true;
  filledFor.set(input, { remoteId, number });
  return false;
}

function opportunity(eye: Sight): Fields | null {
  // The form stands before its values come, and shows its first state meanwhile.
  const here = (['number', 'company', 'name', 'account'] as const).some((spot) => Boolean(eye.value(spot)));
  if (!here) return null;
  const fields: Fields = {};
  for (const spot of ['name', 'closeDate', 'owner', 'account', 'contact', 'created'] as const) {
    const value = eye.value(spot);
    if (value !== null) fields[spot] = { text: value.slice(0, LONGEST) };
  }
  const amount = eye.one('amount');
  if (amount) fields.amount = money(amount, eye);
  const probability = eye.one('probability');
  if (probability) fields.probability = number(probability, (text) => `${text} %`);
  const stage = eye.one('stage');
  if (stage) fields.stage = state(stage as HTMLSelectElement);
  if (!fields.contact) return fields;
  const { contact, ...reach } = contactOf(fields.contact.text);
  return { ...fields, contact: { text: contact }, ...reach };
}

function party(eye: Sight): Fields | null {
  const name = eye.value('partyName');
  if (!name && !eye.value('code')) return null;
  return name === null ? {} : { name: { text: name.slice(0, LONGEST) } };
}

function money(input: Element, eye: Sight): RawField {
  const group = input.parentElement;
  const symbol = group && eye.text('symbol', group);
  return number(input, (text) => (symbol ? `${symbol} ${text}` : text));
}

/**
 * A number's two inputs stand side by side and hold the same: one for people, one raw ("48250.00"), of which one
 * is shown. Taking the hidden twin of a shown input is still reading what is shown, without guessing its format.
 */
function number(shown: Element, worded: (text: string) => string): RawField {
  const text = valueOf(shown);
  if (text === '') return { text };
  const raw = shown.getAttribute('type') === 'number' ? shown : shown.nextElementSibling;
  const machine = raw?.getAttribute('type') === 'number' ? valueOf(raw) : '';
  return {
    text: worded(text).slice(0, LONGEST),
    ...(machine === '' ? {} : { machine: machine.slice(0, 400) }),
  };
}

function state(select: HTMLSelectElement): RawField {
  const machine = select.value.replaceAll('"', '');
  return { text: select.selectedOptions[0]?.text ?? machine, machine, closed: closedOf(machine) };
}

function valueOf(element: Element): string {
  return 'value' in element ? String(element.value) : '';
}
