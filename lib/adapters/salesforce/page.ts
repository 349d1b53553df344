import type { CrmUser } from '@/lib/domain/instance';
import type { FieldName, RawField, RecordRef } from '@/lib/domain/record';
import { definePage, type Eye } from '../contract';
import { shownRecord } from './confirm';
import { expectedOf, FIELDS, type FieldSpot, REVISION } from './fields';
import { canonicalId } from './ids';
import { refBehind, refOf, refOfAddress } from './locate';
import { type SpotName, spots } from './spots';

type Sight = Eye<SpotName>;

export const salesforcePage = definePage<SpotName>({
  kind: 'salesforce',
  label: 'Salesforce',
  revision: REVISION,
  spots,
  detect(url, eye) {
    if (!eye.one('shell') || !url.pathname.startsWith('/lightning/')) return null;
    // Sandboxes and scratch orgs carry it in their own domain (My Domain partitions).
    const test = /\.(sandbox|scratch)\.|--[a-z0-9]+\.lightning\./i.test(url.hostname);
    return { base: url.origin, tenant: null, version: null, test };
  },
  locate(url, eye) {
    const ref = refOfAddress(url);
    if (ref) return ref;
    // Named by a dialog for something new; loaded at that address, Lightning may draw nothing behind it.
    const behind = refBehind(url);
    if (behind && shownRecord(behind, eye)) return behind;
    const panel = eye.one('panel');
    return panel && refOf(eye.attribute(panel, 'data-recordid') ?? '');
  },
  expected: expectedOf,
  read(ref, eye) {
    const scope = shownRecord(ref, eye);
    if (!scope) return null;
    const fields: Partial<Record<FieldName, RawField>> = {};
    for (const [field, names] of fieldsOf(ref)) {
      const found = field === 'stage' ? stage(names[0], scope, eye) : firstFilled(field, names, scope, eye);
      if (found) fields[field] = found;
    }
    const primary = eye.text('primary', scope);
    if (!fields.name && primary) fields.name = { text: primary };
    // A page whose name has not come shows placeholders only.
    return fields.name ? fields : null;
  },
  whoami(_url, eye): CrmUser | null {
    // The avatar first: it is always there, the link only in an opened menu.
    const me = eye.one('me');
    const button = me && eye.one('meButton');
    if (button) return user(eye.attribute(me, 'data-user-id'), eye.attribute(button, 'title') ?? '');
    const link = eye.one('meLink');
    const id = link && /005[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?/.exec(eye.attribute(link, 'href') ?? '')?.[0];
    return link && user(id, eye.textOf(link));
  },
  anchor(ref, field, eye) {
    const scope = shownRecord(ref, eye);
    if (!scope) return null;
    for (const [name, names] of fieldsOf(ref)) {
      if (name !== field) continue;
      for (const spot of names) {
        const box = eye.one(spot, scope);
        if (box) return box;
      }
    }
    if (field === 'name') return eye.one('primary', scope);
    return field === 'stage' ? eye.one('step', scope) : null;
  },
  // Lightning declares the user's language but not the user's locale, and the two are set apart.
  hints: () => ({ locale: null, zone: null }),
});

function fieldsOf(ref: RecordRef): [FieldName, readonly [FieldSpot, ...FieldSpot[]]][] {
  return Object.entries(FIELDS[ref.object]) as [FieldName, readonly [FieldSpot, ...FieldSpot[]]][];
}

function user(id: string | null | undefined, name: string): CrmUser | null {
  const remoteId = canonicalId(id ?? '');
  return remoteId ? { remoteId, name, aliases: [] } : null;
}

/** The first of several fields that is filled; an empty one only when none is. */
function firstFilled(
  field: FieldName,
  names: readonly FieldSpot[],
  scope: Element,
  eye: Sight,
): RawField | null {
  let empty: RawField | null = null;
  for (const name of names) {
    const found = shown(field, name, scope, eye);
    if (found?.text) return found;
    empty ??= found;
  }
  return empty;
}

function shown(field: FieldName, name: FieldSpot, scope: Element, eye: Sight): RawField | null {
  const box = eye.one(name, scope);
  const value = box && eye.one('value', box);
  const output = value && eye.one('output', value);
  if (!output) return null;
  if (field === 'created') {
    const moment = eye.one('moment', output);
    return moment && { text: eye.textOf(moment) };
  }
  const raw: RawField = { text: eye.textOf(output).slice(0, 2000) };
  const link = field === 'owner' || field === 'account' ? eye.one('link', output) : null;
  const id = link && linkedId(eye.attribute(link, 'href') ?? '');
  return id && link ? { text: eye.textOf(link), id } : raw;
}

/** The id in a record link, of whichever object (owners are users, which we do not read). */
function linkedId(href: string): string | null {
  for (const part of href.split('/')) {
    const id = canonicalId(part);
    if (id) return id;
  }
  return null;
}

/**
 * The stage by its field, with API value and outcome from the path when both name the same stage: a path may be
 * set up for another field of the record.
 */
function stage(name: FieldSpot, scope: Element, eye: Sight): RawField | null {
  const field = shown('stage', name, scope, eye);
  const step = eye.one('step', scope);
  const label = step && eye.text('stepTitle', step);
  if (!step || !label || (field && field.text !== label)) return field;
  const api = eye.attribute(step, 'data-name');
  const looks = eye.attribute(step, 'class') ?? '';
  const closed = looks.includes('slds-is-won') ? 'won' : looks.includes('slds-is-lost') ? 'lost' : 'open';
  return {
    text: label,
    ...(api ? { machine: api } : {}),
    // A lead's last step is neither: only a deal is won or lost.
    ...(name === 'Opportunity.StageName' ? { closed } : {}),
  };
}
