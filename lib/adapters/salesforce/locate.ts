import type { RecordRef } from '@/lib/domain/record';
import { canonicalId, KINDS, objectOf } from './ids';

/** `/lightning/r/[Object/]<id>[/view|edit|clone|related/…]`; after a save the object is left out. */
const RECORD = /^\/lightning\/r\/(?:[A-Za-z]\w*\/)?([a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?)(?:\/|$)/;

/** The record behind an id, when it is of an object we read. The id says which: a path may name another. */
export function refOf(text: string): RecordRef | null {
  const remoteId = canonicalId(text);
  const api = remoteId && objectOf(remoteId);
  const object = api ? KINDS[api] : undefined;
  return remoteId && api && object ? { object, api, remoteId } : null;
}

/** The record a path names, if any. */
export function refOfPath(path: string): RecordRef | null {
  const id = RECORD.exec(path)?.[1];
  return id === undefined ? null : refOf(id);
}

/**
 * Which record an address is about: its own path; else, in the console, the workspace the tab belongs to (`ws`).
 * Null when it names none.
 */
export function refOfAddress(url: URL): RecordRef | null {
  const paths = [url.pathname, url.searchParams.get('ws')];
  // Before 2017's addresses went, records lived behind `/one/one.app#/sObject/<id>/view`; bookmarks still do.
  paths.push(url.hash.replace(/^#\/sObject\//, '/lightning/r/'));
  for (const path of paths) {
    const ref = path && refOfPath(path);
    if (ref) return ref;
  }
  return null;
}

/** The record whose page lies under a "New …" dialog (`backgroundContext`), if it is still there: see page.ts. */
export function refBehind(url: URL): RecordRef | null {
  return refOfPath(url.searchParams.get('backgroundContext') ?? '');
}
