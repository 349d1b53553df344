import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { definePage, type Spot } from '@/lib/adapters/contract';
import { look, openEye } from '@/lib/adapters/engine';
import { rawReadingSchema, type RecordRef } from '@/lib/domain/record';

const ref: RecordRef = { object: 'deal', api: 'Deal', remoteId: '1' };
const spot = (...css: [string, ...string[]]): Spot => ({ css, why: 'a test', seenIn: ['here'] });

const adapter = definePage({
  kind: 'salesforce',
  label: 'Toy',
  revision: 7,
  spots: { name: spot('.name', '.old-name'), box: spot('.box'), value: spot('b') },
  detect: () => null,
  locate: (url) => (url.hash === '#1' ? ref : null),
  expected: () => ['name', 'amount'],
  read(_ref, eye) {
    const name = eye.text('name');
    if (name === 'BOOM') throw new Error('cannot read');
    return name === null ? null : { name: { text: name } };
  },
  whoami: () => null,
  anchor: () => null,
  hints: () => ({ locale: 'de-DE', zone: null }),
});

function pageOf(html: string): Document {
  return new JSDOM(`<!doctype html><html lang="de"><body>${html}</body></html>`).window.document;
}
function eyeOn(html: string) {
  const page = pageOf(html);
  return { page, eye: openEye(page, adapter) };
}
function shadowed(host: Element, html: string): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = html;
  return root;
}
const here = new URL('https://crm.example/#1');

describe('one look', () => {
  it('is a reading the border accepts, with what the adapter says of itself', () => {
    const seen = look(adapter, here, pageOf('<p class="name">Northwind</p>'));
    if (seen.kind !== 'read') throw new Error(seen.kind);
    expect(rawReadingSchema.parse(seen.reading)).toMatchObject({
      ref,
      revision: 7,
      source: 'page',
      fields: { name: { text: 'Northwind' } },
      expected: ['name', 'amount'],
      fallbacks: [],
      language: 'de',
      locale: 'de-DE',
    });
  });

  it('names the spots where only a later selector matched', () => {
    const seen = look(adapter, here, pageOf('<p class="old-name">Northwind</p>'));
    expect(seen).toMatchObject({ kind: 'read', reading: { fallbacks: ['name'] } });
  });

  it('waits for a page that does not show the record yet', () => {
    expect(look(adapter, here, pageOf(''))).toEqual({ kind: 'waiting', ref });
  });

  it('sees no record where the address names none', () => {
    expect(look(adapter, new URL('https://crm.example/#2'), pageOf(''))).toEqual({ kind: 'no-record' });
  });

  it('turns a broken adapter into a value', () => {
    expect(look(adapter, here, pageOf('<p class="name">BOOM</p>'))).toEqual({
      kind: 'broken',
      ref,
      message: 'cannot read',
    });
  });
});

describe('the eye does not see', () => {
  it.each([
    '<p class="name" hidden>x</p>',
    '<div aria-hidden="true"><p class="name">x</p></div>',
    '<div inert><p class="name">x</p></div>',
    '<div style="display:none"><p class="name">x</p></div>',
    '<style>.tab{display:none}</style><div class="tab"><p class="name">x</p></div>',
  ])('%s', (html) => expect(eyeOn(html).eye.text('name')).toBeNull());

  it('a hidden first match before a shown second', () => {
    expect(eyeOn('<p class="name" hidden>left</p><p class="name">shown</p>').eye.text('name')).toBe('shown');
  });
});

describe('behind a modal dialog', () => {
  const dialog = '<div><div role="dialog" aria-modal="true">Edit</div></div>';

  it.each(['aria-hidden="true"', 'inert'])("the record that its kit marks %s is still the page's", (mark) => {
    const html = `<div ${mark}><p class="name">x</p></div>${dialog}`;
    expect(eyeOn(html).eye.text('name')).toBe('x');
  });

  it('what the page itself hides stays hidden', () => {
    const left = '<section aria-hidden="true"><p class="name">left</p></section>';
    expect(eyeOn(`<div aria-hidden="true">${left}</div>${dialog}`).eye.text('name')).toBeNull();
    expect(eyeOn(`<main>${left}</main>${dialog}`).eye.text('name')).toBeNull();
  });
});

describe('text', () => {
  it('leaves out what is for screen readers, buttons and pictures, and folds white space', () => {
    const html =
      '<p class="name">Northwind <span class="slds-assistive-text">Open Preview</span><button>Edit</button><svg><title>i</title></svg>\n GmbH</p>';
    expect(eyeOn(html).eye.text('name')).toBe('Northwind GmbH');
  });

  it('is what a field holds, for inputs', () => {
    const { page, eye } = eyeOn('<input class="box" value="old">');
    page.querySelector('input')!.value = 'typed';
    expect(eye.value('box')).toBe('typed');
    expect(eye.value('name')).toBeNull();
  });
});

describe('shadow roots', () => {
  it('are looked into when the plain page has nothing', () => {
    const { page, eye } = eyeOn('<x-outer></x-outer>');
    const outer = shadowed(page.querySelector('x-outer')!, '<x-inner></x-inner>');
    shadowed(outer.querySelector('x-inner')!, '<p class="name">Deep</p>');
    expect(eye.text('name')).toBe('Deep');
  });

  it('of the element looked within count too', () => {
    const { page, eye } = eyeOn('<x-outer></x-outer>');
    const outer = page.querySelector('x-outer')!;
    shadowed(outer, '<b>5</b>');
    expect(eye.text('value', outer)).toBe('5');
  });

  it('show a slotted value once, where the slot is', () => {
    const { page, eye } = eyeOn('<x-item><b slot="output">48,000</b><i>not slotted</i></x-item>');
    const item = page.querySelector('x-item')!;
    shadowed(item, '<div class="box"><slot name="output"></slot></div>');
    const box = eye.one('box', item)!;
    expect(eye.text('value', box)).toBe('48,000');
    expect(eye.textOf(box)).toBe('48,000');
    expect(eye.textOf(item)).toBe('48,000');
    expect(eye.all('value', item)).toHaveLength(1);
  });

  it('let a slot’s own content stand in plain markup', () => {
    const { eye } = eyeOn('<div class="name"><slot name="primaryField"><b>Plain</b></slot></div>');
    expect(eye.text('name')).toBe('Plain');
  });
});
