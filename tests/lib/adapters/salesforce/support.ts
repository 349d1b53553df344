import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { type Look, look, openEye } from '@/lib/adapters/engine';
import type { Eye } from '@/lib/adapters/contract';
import { salesforcePage } from '@/lib/adapters/salesforce/page';
import type { SpotName } from '@/lib/adapters/salesforce/spots';

type Row = Readonly<Record<string, string | number | boolean | null>> & { readonly Id: string };
export interface Expected {
  readonly orgId: string;
  readonly me: { readonly remoteId: string; readonly name: string };
  readonly deal: Row;
  readonly lateDeal: Row;
  readonly lead: Row;
  readonly contact: Row;
  readonly account: Row;
}

export interface Case {
  readonly url: URL;
  readonly page: Document;
  readonly expected: Expected;
  readonly eye: Eye<SpotName>;
  look(href?: string): Look;
}

const FOLDER = new URL('../../../fixtures/salesforce/', import.meta.url);

/** A saved page as a document, its shadow roots opened again. */
export function openCase(name: string): Case {
  const { url, expected } = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as {
    url: string;
    expected: Expected;
  };
  const html = readFileSync(new URL(`${name}.html`, FOLDER), 'utf8');
  const page = new JSDOM(html, { url }).window.document;
  openRoots(page);
  const here = new URL(url);
  return {
    url: here,
    page,
    expected,
    eye: openEye(page, salesforcePage),
    look: (href) => look(salesforcePage, href === undefined ? here : new URL(href, here), page),
  };
}

function openRoots(root: Document | ShadowRoot): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const host = template.parentElement;
    if (!host) continue;
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.append(template.content);
    template.remove();
    openRoots(shadow);
  }
}
