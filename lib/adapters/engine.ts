import type { RawReading, RecordRef } from '@/lib/domain/record';
import type { Eye, PageAdapter } from './contract';

/** What came of one look at a page. A broken adapter is a value, not a crash of the CRM's page. */
export type Look =
  | { readonly kind: 'read'; readonly reading: RawReading }
  /** The address names a record, the page does not show it (yet). */
  | { readonly kind: 'waiting'; readonly ref: RecordRef }
  | { readonly kind: 'no-record' }
  | { readonly kind: 'broken'; readonly ref: RecordRef | null; readonly message: string };

const SKIPPED =
  '.slds-assistive-text, lightning-helptext, button, svg, style, script, template, [aria-hidden="true"]';

interface OpenEye<Name extends string> extends Eye<Name> {
  /** Spots where only a fallback matched. */
  readonly fallbacks: ReadonlySet<string>;
}

/** Opens an eye on a document. It is for one moment: what it found out of the page it does not ask again. */
export function openEye<Name extends string>(
  page: Document,
  adapter: Pick<PageAdapter<Name>, 'spots'>,
): OpenEye<Name> {
  const roots = rootsOf(page);
  const fallbacks = new Set<string>();
  function one(name: Name, within?: Element): Element | null {
    const { css } = adapter.spots[name];
    for (let rank = 0; rank < css.length; rank += 1) {
      const found = firstShown(within ?? page, css[rank]!, roots);
      if (!found) continue;
      if (rank > 0) fallbacks.add(name);
      return found;
    }
    return null;
  }
  function all(name: Name, within?: Element): readonly Element[] {
    const { css } = adapter.spots[name];
    for (let rank = 0; rank < css.length; rank += 1) {
      const found = queryAll(within ?? page, css[rank]!, roots).filter(isShown);
      if (found.length === 0) continue;
      if (rank > 0) fallbacks.add(name);
      return found;
    }
    return [];
  }
  const eye: OpenEye<Name> = {
    fallbacks,
    one,
    all,
    text(name, within) {
      const element = one(name, within);
      return element ? textOf(element) : null;
    },
    textOf,
    value(name, within) {
      const element = one(name, within);
      return element && 'value' in element ? String(element.value) : null;
    },
    attribute: (element, attribute) => element.getAttribute(attribute),
    language: page.documentElement.getAttribute('lang') || null,
    title: page.title,
  };
  return eye;
}

/** One look: locate, read, say what is missing. Catches, so that a page can never be broken by us. */
export function look<Name extends string>(
  adapter: PageAdapter<Name>,
  url: URL,
  page: Document,
  eye = openEye(page, adapter),
): Look {
  let ref: RecordRef | null = null;
  try {
    ref = adapter.locate(url, eye);
    if (ref === null) return { kind: 'no-record' };
    const fields = adapter.read(ref, eye);
    if (fields === null) return { kind: 'waiting', ref };
    const { locale, zone } = adapter.hints(eye);
    const { kind, revision } = adapter;
    return {
      kind: 'read',
      reading: {
        ref,
        adapter: kind,
        revision,
        source: 'page',
        fields,
        expected: [...adapter.expected(ref)],
        fallbacks: [...eye.fallbacks],
        language: eye.language,
        locale,
        zone,
      },
    };
  } catch (error) {
    return { kind: 'broken', ref, message: error instanceof Error ? error.message : String(error) };
  }
}

type Roots = () => readonly Element[];

/** The page is walked for shadow roots at most once an eye, and only when a plain query found nothing. */
function rootsOf(page: Document): Roots {
  let roots: readonly Element[] | undefined;
  return () => (roots ??= hostsIn(page));
}

function firstShown(scope: ParentNode, css: string, roots: Roots): Element | null {
  // Most often the first one there is the one: no list has to be made.
  const first = scope.querySelector(css);
  if (first && isShown(first)) return first;
  return queryAll(scope, css, roots).find(isShown) ?? null;
}

/** Query through open shadow roots; most of Lightning is light DOM to us, but its base components may not stay so. */
function queryAll(scope: ParentNode, css: string, roots: Roots): Element[] {
  const plain = [...scope.querySelectorAll(css)];
  if (plain.length > 0) return plain;
  const found = new Set<Element>();
  for (const host of roots()) {
    if (!isWithin(scope, host)) continue;
    for (const element of host.shadowRoot?.querySelectorAll(css) ?? []) found.add(element);
    // What a real slot shows stands elsewhere in the document: as a child of the component around it.
    for (const shown of slotted(host)) {
      if (shown.nodeType !== 1) continue;
      const element = shown as Element;
      if (element.matches(css)) found.add(element);
      for (const inside of element.querySelectorAll(css)) found.add(inside);
    }
  }
  return [...found];
}

/**
 * Elements that show more than their own children: those with a shadow root, and slots that are filled, which stand
 * in shadow trees only. By number, not by iterator: of thousands of elements none may be a host, and this way they
 * take a third of the time.
 */
function hostsIn(tree: Document | ShadowRoot): Element[] {
  const hosts: Element[] = [];
  const isShadow = 'host' in tree;
  const elements = tree.querySelectorAll('*');
  for (let at = 0; at < elements.length; at += 1) {
    const element = elements[at]!;
    const { shadowRoot } = element;
    if (shadowRoot) hosts.push(element, ...hostsIn(shadowRoot));
    else if (isShadow && slotted(element).length > 0) hosts.push(element);
  }
  return hosts;
}

/** Up through slots and shadow roots, as a person sees it. */
function isWithin(scope: Node, element: Element): boolean {
  for (let node: Node | null = element; node;) {
    if (node === scope) return true;
    const slot: Node | null = (node as Element).assignedSlot ?? null;
    node = slot ?? node.parentNode ?? ('host' in node ? (node.host as Node) : null);
  }
  return false;
}

/** What a component's real slot shows; nothing for a slot in plain markup, whose content lies inside it. */
function slotted(node: Node): readonly Node[] {
  return node.nodeName === 'SLOT' ? (node as HTMLSlotElement).assignedNodes() : [];
}

/** Shown to a person: other tabs' and cached pages' contents stay in many CRMs' documents, hidden. */
function isShown(element: Element): boolean {
  const hider = element.closest('[aria-hidden="true"], [hidden], [inert]');
  if (hider && (hider.hasAttribute('hidden') || !isBehindModal(hider))) return false;
  const view = element.ownerDocument.defaultView;
  if (typeof element.checkVisibility === 'function') return element.checkVisibility();
  // jsdom: no layout, so styles alone must do.
  for (let node: Element | null = element; node; node = node.parentElement) {
    if (view && view.getComputedStyle(node).display === 'none') return false;
  }
  return true;
}

const MODAL = ':is([aria-modal="true"], .slds-modal[role="dialog"])';
const BESIDE = ':scope > :not([aria-hidden="true"], [inert])';

/**
 * Kits of modal dialogs mark everything beside the dialog for as long as it is open: the record behind it is covered,
 * and still the record of the page. Page and dialog stand in the body, or in a container around both (Lightning).
 */
function isBehindModal({ parentElement, ownerDocument: { body, documentElement } }: Element): boolean {
  if (parentElement === null) return false;
  if (![body, documentElement].includes(parentElement) && parentElement.parentElement !== body) return false;
  return parentElement.querySelector(`${BESIDE}${MODAL}, ${BESIDE} ${MODAL}`) !== null;
}

function textOf(element: Element): string {
  const parts: string[] = [];
  gather(element, parts);
  return parts.join('').replaceAll(/\s+/g, ' ').trim();
}

function gather(node: Node, parts: string[]): void {
  if (node.nodeType === 3) {
    parts.push(node.nodeValue ?? '');
    return;
  }
  let children: Iterable<Node> = node.childNodes;
  if (node.nodeType === 1) {
    const element = node as Element;
    if (element.matches(SKIPPED)) return;
    const shown = slotted(element);
    // A component shows its shadow tree; its own children only where a slot shows them.
    if (element.shadowRoot) children = element.shadowRoot.childNodes;
    else if (shown.length > 0) children = shown;
  }
  for (const child of children) gather(child, parts);
}
