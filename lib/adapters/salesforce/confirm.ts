import type { RecordRef } from '@/lib/domain/record';
import type { Eye } from '../contract';
import { canonicalId } from './ids';
import { refOfPath } from './locate';
import type { SpotName } from './spots';

type Sight = Eye<SpotName>;

/**
 * The visible page or panel that shows this very record. The address changes before the page does, and a page may
 * link to the record the address already names, so neither the title nor a link in passing proves anything alone.
 */
export function shownRecord(ref: RecordRef, eye: Sight): Element | null {
  for (const page of eye.all('page')) {
    if (isOf(ref, page, eye)) return page;
  }
  return eye.all('panel').find((panel) => carried(panel, eye) === ref.remoteId) ?? null;
}

/** In falling strength: the id the page carries, the record its related lists belong to, what it was seen under. */
function isOf(ref: RecordRef, page: Element, eye: Sight): boolean {
  const own = carried(page, eye) === null ? eye.one('own', page) : page;
  const id = own && carried(own, eye);
  if (id) return id === ref.remoteId;
  const owners = eye
    .all('related', page)
    .flatMap((link) => refOfPath(eye.attribute(link, 'href') ?? '') ?? [])
    .map((owner) => owner.remoteId);
  if (owners.length > 0) return owners.every((owner) => owner === ref.remoteId);
  return isSeenUnder(ref, page, eye);
}

function carried(element: Element, eye: Sight): string | null {
  return canonicalId(eye.attribute(element, 'data-recordid') ?? '');
}

interface Sighting {
  readonly id: string;
  readonly name: string;
  readonly since: number;
  /** It has stood long enough once. */
  readonly sure: boolean;
}
const sightings = new WeakMap<Element, Sighting>();

/** How long a page without any id must stand under an address. Guess: above the second a Lightning page takes. */
const STANDS_MS = 1500;

/**
 * A page that says nowhere whose it is: its name must be the tab's title, and it must have stood like that under
 * this address. A page once seen under another address stays that record's until another name stands in it.
 */
function isSeenUnder(ref: RecordRef, page: Element, eye: Sight): boolean {
  const name = eye.text('primary', page);
  if (!name) return false;
  const before = sightings.get(page);
  // A dialog over it has a title of its own.
  if (before?.sure && before.name === name && before.id === ref.remoteId) return true;
  // "<Record> | <Object> | Salesforce"; the object's label is translated, the name may hold a bar itself.
  if (!eye.title.startsWith(`${name} | `)) return false;
  if (before?.name === name) {
    const sure = before.id === ref.remoteId && performance.now() - before.since >= STANDS_MS;
    if (sure) sightings.set(page, { ...before, sure });
    return sure;
  }
  sightings.set(page, { id: ref.remoteId, name, since: performance.now(), sure: false });
  return false;
}
