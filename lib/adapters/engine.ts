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

/** Opens an eye on a document. `seen` collects spots where only a fallback matched. */
export function openEye<Name extends string>(
  page: Document,
  adapter: Pick<PageAdapter<Name>, 'spots'>,
  seen: Set<string> = new Set(),
): Eye<Name> {
  const deepAll = deepQuery(page);
  function all(name: Name, within?: Element): Element[] {
    const [best, ...fallbacks] = adapter.spots[name].css;
    const scope: ParentNode = within ?? page;
    const first = deepAll(scope, best).filter(isShown);
    if (first.length > 0) return first;
    for (const css of fallbacks) {
      const found = deepAll(scope, css).filter(isShown);
      if (found.length > 0) {
        seen.add(name);
        return found;
      }
    }
    return [];
  }
  const eye: Eye<Name> = {
    one: (name, within) => all(name, within)[0] ?? null,
    all,
    text(name, within) {
      const element = all(name, within)[0];
      return element ? textOf(element) : null;
    },
    textOf,
    value(name, within) {
      const element = all(name, within)[0];
      return element && 'value' in element ? String(element.value) : null;
    },
    attribute: (element, attribute) => element.getAttribute(attribute),
    language: page.documentElement.getAttribute('lang') || null,
    title: page.title,
  };
  return eye;
}

/** One look: locate, read, say what is missing. Catches, so that a page can never be broken by us. */
export function look<Name extends string>(adapter: PageAdapter<Name>, url: URL, page: Document): Look {
  const seen = new Set<string>();
  let ref: RecordRef | null = null;
  try {
    const eye = openEye(page, adapter, seen);
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
        fallbacks: [...seen],
        language: eye.language,
        locale,
        zone,
      },
    };
  } catch (error) {
    return { kind: 'broken', ref, message: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Query through open shadow roots; most of Lightning is light DOM to us, but its base components may not stay so.
 * The page is walked for roots at most once an eye, and only when a plain query found nothing.
 */
function deepQuery(page: Document): (scope: ParentNode, css: string) => Element[] {
  let roots: readonly Element[] | undefined;
  return (scope, css) => {
    const plain = [...scope.querySelectorAll(css)];
    if (plain.length > 0) return plain;
    roots ??= hostsIn(page);
    const found = new Set<Element>();
    for (const host of roots) {
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
  };
}

/** Elements that show more than their own children: those with a shadow root, and slots that are filled. */
function hostsIn(tree: ParentNode): Element[] {
  const hosts: Element[] = [];
  for (const element of tree.querySelectorAll('*')) {
    const { shadowRoot } = element;
    if (shadowRoot) hosts.push(element, ...hostsIn(shadowRoot));
    else if (slotted(element).length > 0) hosts.push(element);
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
