import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { look, openEye } from '@/lib/adapters/engine';
import { odooPage } from '@/lib/adapters/odoo/page';
import { type SpotName, spots } from '@/lib/adapters/odoo/spots';
import type { RawField, RecordRef } from '@/lib/domain/record';

interface Case {
  readonly url: string;
  /** `running`: saved from an Odoo 19 into which we had put the record; else written by hand from its templates. */
  readonly seen: string;
  readonly expected: { readonly ref: RecordRef; readonly fields: Record<string, RawField> } | null;
}

const FIXTURES = new URL('../../../fixtures/odoo/', import.meta.url);

function open(name: string) {
  const about = JSON.parse(readFileSync(new URL(`${name}.json`, FIXTURES), 'utf8')) as Case;
  const { document } = new JSDOM(readFileSync(new URL(`${name}.html`, FIXTURES), 'utf8'), { url: about.url })
    .window;
  return { url: new URL(about.url), document, expected: about.expected };
}

const cases = readdirSync(FIXTURES)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace('.html', ''));
const records = cases.filter((name) => open(name).expected !== null);

describe('odooPage', () => {
  it('has the cases it was written for', () => {
    expect(records).toHaveLength(9);
    expect(cases).toContain('kanban-19');
  });

  it.each(records)('reads %s', (name) => {
    const { url, document, expected } = open(name);
    const seen = look(odooPage, url, document);
    if (seen.kind !== 'read') throw new Error(JSON.stringify(seen));
    expect(seen.reading.ref).toEqual(expected?.ref);
    expect(seen.reading.fields).toEqual(expected?.fields);
    expect(seen.reading.fallbacks).toEqual([]);
  });

  it('sees no record on the board, though it shows the names of many', () => {
    const { url, document } = open('kanban-19');
    expect(document.body.textContent).toContain('Northwind – cold chain platform');
    expect(look(odooPage, url, document)).toEqual({ kind: 'no-record' });
  });

  it('waits while the address is ahead of the page', () => {
    const { document } = open('kanban-19');
    const seen = look(odooPage, new URL('https://odoo.example/odoo/crm/45'), document);
    expect(seen.kind).toBe('waiting');
  });

  it('waits for a form that has no name yet', () => {
    const { url, document } = open('opportunity-19');
    document.querySelector<HTMLTextAreaElement>('[name="name"] textarea')!.value = '';
    expect(look(odooPage, url, document).kind).toBe('waiting');
  });

  it('knows the model of a numbered action by the form it opened', () => {
    const { document } = open('opportunity-19');
    const seen = look(odooPage, new URL('https://odoo.example/odoo/action-321/45'), document);
    expect(seen.kind === 'read' && seen.reading.ref).toEqual({
      object: 'deal',
      api: 'crm.lead',
      remoteId: '45',
    });
    const board = open('kanban-19').document;
    expect(look(odooPage, new URL('https://odoo.example/odoo/action-321/45'), board).kind).toBe('no-record');
  });

  it('does not take a contact’s form for the deal it was opened from', () => {
    const { document } = open('opportunity-19');
    const seen = look(odooPage, new URL('https://odoo.example/odoo/crm/45/sale.order/7'), document);
    expect(seen.kind).toBe('no-record');
  });

  it('points at the widget that shows a field, in the main form only', () => {
    const { url, document } = open('opportunity-17');
    const eye = openEye(document, odooPage);
    const ref = odooPage.locate(url, eye)!;
    expect(odooPage.anchor(ref, 'name', eye)?.closest('.o_dialog')).toBeNull();
    expect(odooPage.anchor(ref, 'amount', eye)?.getAttribute('name')).toBe('expected_revenue');
    expect(odooPage.anchor(ref, 'title', eye)).toBeNull();
  });

  it('detects Odoo by its web client', () => {
    const nineteen = open('opportunity-19');
    expect(odooPage.detect(nineteen.url, openEye(nineteen.document, odooPage))).toMatchObject({
      base: 'https://odoo.example',
      test: false,
    });
    const website = new JSDOM('<body><nav class="o_main_navbar"></nav></body>').window.document;
    expect(odooPage.detect(nineteen.url, openEye(website, odooPage))).toBeNull();
    expect(
      odooPage.detect(new URL('https://odoo.example/shop'), openEye(nineteen.document, odooPage)),
    ).toBeNull();
  });

  const seenIn = new Set(Object.values(spots).flatMap((spot) => spot.seenIn));
  it.each([...seenIn])('finds in %s every spot that says it was seen there', (name) => {
    const eye = openEye(open(name).document, odooPage);
    for (const [spot, { seenIn: where }] of Object.entries(spots)) {
      if (where.includes(name)) expect(eye.one(spot as SpotName), spot).not.toBeNull();
    }
  });
});
