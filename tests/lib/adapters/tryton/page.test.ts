// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { look, openEye } from '@/lib/adapters/engine';
import { trytonPage } from '@/lib/adapters/tryton/page';
import { spots } from '@/lib/adapters/tryton/spots';

/** What Tryton's API said about the record when the page was saved (tests/support/tryton/capture.ts). */
interface Truth {
  readonly object: string;
  readonly api: string;
  readonly remoteId: string;
  readonly description?: string;
  readonly amount?: string | null;
  readonly endDate?: string | null;
  readonly state?: string;
  readonly employee?: string;
  readonly party?: string | null;
}

const FIXTURES = new URL('../../../fixtures/tryton/', import.meta.url);

function open(name: string) {
  const { url, expected } = JSON.parse(readFileSync(new URL(`${name}.json`, FIXTURES), 'utf8')) as {
    url: string;
    expected: Truth | null;
  };
  const { document } = new JSDOM(readFileSync(new URL(`${name}.html`, FIXTURES), 'utf8'), { url }).window;
  return { url: new URL(url), document, expected };
}

function read(name: string) {
  const { url, document } = open(name);
  const seen = look(trytonPage, url, document);
  if (seen.kind !== 'read') throw new Error(`${name}: ${JSON.stringify(seen)}`);
  return seen.reading;
}

const cases = readdirSync(FIXTURES)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace('.html', ''));
const deals = cases.filter((name) => open(name).expected?.api === 'sale.opportunity');

describe('trytonPage on pages of a real Tryton 6.0', () => {
  it('has the cases it was written for', () => {
    expect(deals).toHaveLength(7);
    expect(cases).toEqual(expect.arrayContaining(['half-loaded', 'list', 'party']));
  });

  it.each(deals)('reads what the API says of the same record: %s', (name) => {
    const { expected } = open(name);
    const { ref, fields, expected: looked, fallbacks } = read(name);
    expect(ref).toEqual({ object: expected?.object, api: expected?.api, remoteId: expected?.remoteId });
    expect(fields.name?.text).toBe(expected?.description);
    expect(fields.amount?.machine ?? null).toBe(expected?.amount);
    expect(fields.stage?.machine).toBe(expected?.state);
    expect(fields.owner?.text).toBe(expected?.employee);
    expect(fields.account?.text).toBe(expected?.party ?? '');
    expect(looked.filter((field) => fields[field] === undefined)).toEqual([]);
    expect(fallbacks).toEqual([]);
  });

  it('shows amounts and dates as the page does, with the locale that reads them', () => {
    const english = read('opportunity-open');
    expect(english.fields.amount).toEqual({ text: '$ 48,250.00', machine: '48250.00' });
    expect(english.fields.closeDate).toEqual({ text: '12/18/2026' });
    expect(english.fields.probability).toEqual({ text: '60.00 %', machine: '60.00' });
    expect(english.locale).toBe('en-US');
    const german = read('german');
    expect(german.fields.amount).toEqual({ text: '$ 31.000,00', machine: '31000.00' });
    expect(german.fields.closeDate).toEqual({ text: '26.02.2027' });
    expect(german.locale).toBe('de');
  });

  it('reads the tab in front, not the ones closed over', () => {
    const { document } = open('two-tabs');
    expect(document.querySelectorAll('#tabcontent input[name="description"]')).toHaveLength(2);
    expect(read('two-tabs').fields.name?.text).toBe('Quiet Lake renewal');
  });

  it('reads the deal behind a dialog that shows inputs of its own', () => {
    const { document } = open('dialog-over');
    expect(document.querySelector('.modal-dialog input[name="code"]')).not.toBeNull();
    expect(read('dialog-over').fields.name?.text).toBe('Northwind - cold chain platform');
  });

  it('takes markup as text, and an empty amount as empty rather than nought', () => {
    const { fields } = read('awkward');
    expect(fields.name?.text).toBe(`<img src=x onerror="alert(1)"> & "quotes" 'single'`);
    expect(fields.account?.text).toBe('<b>Bold</b> & Sons "Ltd"');
    expect(fields.amount).toEqual({ text: '' });
    expect(fields.closeDate).toEqual({ text: '' });
    expect(fields.stage?.closed).toBe('open');
  });

  it('knows a won deal', () => {
    expect(read('won').fields.stage).toEqual({ text: 'Won', machine: 'won', closed: 'won' });
  });

  it.each([
    ['opportunity-open', 'Northwind Bakeries', '+44 113 496 0123'],
    ['german', '한빛물류', '+82 2 6000 0123'],
    ['awkward', '<b>Bold</b> & Sons "Ltd"', '+1 555 0100'],
  ])('takes the contact’s text apart, name from number: %s', (name, contact, phone) => {
    const { fields } = read(name);
    expect(fields.contact?.text).toBe(contact);
    expect(fields.phone).toEqual({ text: phone });
  });

  it('waits for a form whose values have not come', () => {
    const { url, document } = open('half-loaded');
    expect(look(trytonPage, url, document)).toEqual({
      kind: 'waiting',
      ref: { object: 'deal', api: 'sale.opportunity', remoteId: '2' },
    });
  });

  it('waits while the address is already at the next record and the inputs still hold the last one', () => {
    const { url, document } = open('opportunity-open');
    const next = new URL(url.href.replace('opportunity/1', 'opportunity/3'));
    expect(look(trytonPage, url, document).kind).toBe('read');
    expect(look(trytonPage, next, document).kind).toBe('waiting');
    expect(look(trytonPage, next, document).kind).toBe('waiting');
    const fill = (name: string, value: string) => {
      document.querySelector<HTMLInputElement>(`#tabcontent input[name="${name}"]`)!.value = value;
    };
    fill('number', '3');
    fill('description', 'Third');
    const seen = look(trytonPage, next, document);
    expect(seen.kind === 'read' && [seen.reading.ref.remoteId, seen.reading.fields.name?.text]).toEqual([
      '3',
      'Third',
    ]);
    // And back again: what was once right is right again.
    fill('number', '1');
    expect(look(trytonPage, url, document).kind).toBe('read');
  });

  it('sees no record in a list', () => {
    const { url, document } = open('list');
    expect(look(trytonPage, url, document)).toEqual({ kind: 'no-record' });
  });

  it('reads a party by its own name, not by that of its address', () => {
    const { ref, fields } = read('party');
    expect(ref.object).toBe('account');
    expect(fields).toEqual({ name: { text: 'Northwind Bakeries' } });
  });

  it('cuts what is longer than a reading may be', () => {
    const { url, document } = open('opportunity-open');
    const input = document.querySelector<HTMLInputElement>('#tabcontent input[name="description"]');
    input!.value = 'x'.repeat(20_000);
    const seen = look(trytonPage, url, document);
    expect(seen.kind === 'read' && seen.reading.fields.name?.text.length).toBe(2000);
  });

  it('points at the input that shows a field', () => {
    const { document, url } = open('two-tabs');
    const eye = openEye(document, trytonPage);
    const ref = trytonPage.locate(url, eye)!;
    expect(trytonPage.anchor(ref, 'amount', eye)?.getAttribute('type')).toBe('text');
    expect(trytonPage.anchor(ref, 'nextStep', eye)).toBeNull();
  });

  it('knows where it is, also below a path and signed out', () => {
    const { document } = open('list');
    const eye = openEye(document, trytonPage);
    expect(trytonPage.detect(new URL('https://erp.example/sao/#my%20db/model/x'), eye)).toEqual({
      base: 'https://erp.example/sao',
      tenant: 'my db',
      version: null,
      test: false,
    });
    // Right after signing in the address names the database and nothing else.
    expect(trytonPage.detect(new URL('https://erp.example/#crm'), eye)?.tenant).toBe('crm');
    expect(trytonPage.detect(new URL('https://erp.example/'), eye)?.tenant).toBeNull();
    const other = openEye(new JSDOM('<p>Not Tryton</p>').window.document, trytonPage);
    expect(trytonPage.detect(new URL('https://erp.example/#crm/model/sale.opportunity/1'), other)).toBeNull();
  });

  it('names no record for other models, reports, new records and foreign addresses', () => {
    const eye = openEye(open('list').document, trytonPage);
    for (const hash of [
      '#crm/model/res.user/1',
      '#crm/model/sale.opportunity/-1',
      '#crm/wizard/1',
      '#crm/model/sale.opportunity;1',
      '',
    ]) {
      expect(trytonPage.locate(new URL(`https://erp.example/${hash}`), eye)).toBeNull();
    }
  });

  const seenIn = new Set(Object.values(spots).flatMap((spot) => spot.seenIn));
  it.each([...seenIn])('finds in %s every spot that says it was seen there', (name) => {
    const eye = openEye(open(name).document, trytonPage);
    for (const [spot, { seenIn: where }] of Object.entries(spots)) {
      if (where.includes(name)) expect(eye.one(spot as keyof typeof spots), spot).not.toBeNull();
    }
  });
});
