/** Builds DOM without innerHTML, so that markup in record data stays text and a strict CSP is content. */

const svgSpace = 'http://www.w3.org/2000/svg';

/** Components that get a real open shadow root with `?shadow=native`, as Lightning's base components will. */
const nativeTags =
  /^(lightning-formatted-|records-record-layout-item$|records-highlights-details-item$|record_flexipage-record-field$|records-hoverable-link$|force-lookup$|records-lwc-detail-panel$)/;

let sheets = null;

/** Switches to native shadow roots; fetches the styles they must adopt. */
export async function useNativeShadow() {
  const links = [...document.querySelectorAll('link[rel=stylesheet]')];
  sheets = await Promise.all(
    links.map(async (link) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(await (await fetch(link.href)).text());
      return sheet;
    }),
  );
}

function setProp(node, name, value) {
  if (value === false || value === null || value === undefined) return;
  if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
  else if (name === 'style') Object.assign(node.style, value);
  else node.setAttribute(name, value === true ? '' : String(value));
}

/** Element with attributes (`onclick` etc. are listeners) and children; null children are skipped. */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(node, name, value);
  let into = node;
  if (sheets && nativeTags.test(tag)) {
    into = node.attachShadow({ mode: 'open' });
    into.adoptedStyleSheets = sheets;
  }
  append(into, children);
  // What was put into a named slot is the host's own child once the slot is a real one.
  if (into !== node) for (const child of into.querySelectorAll('slot[name] > [slot]')) node.append(child);
  return node;
}

function append(into, children) {
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) into.append(child);
  }
}

/** Nests tags around content: `wrap(['a-b', 'c-d'], x)` is a-b > c-d > x. An entry may be [tag, props]. */
export function wrap(chain, ...content) {
  return chain.reduceRight((inner, entry) => {
    const [tag, props] = Array.isArray(entry) ? entry : [entry, {}];
    return [h(tag, props, ...inner)];
  }, content)[0];
}

/** `value` inside a named slot, as synthetic shadow shows it. */
export function slotted(name, value) {
  value.setAttribute('slot', name);
  return h('slot', { name }, value);
}

const paths = {
  search: 'M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14zm5 12 4 4',
  plus: 'M12 5v14M5 12h14',
  bell: 'M6 10a6 6 0 1 1 12 0c0 6 2 6 2 7H4c0-1 2-1 2-7zm4 10h4',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 12l5 5 9-11',
  down: 'M6 9l6 6 6-6',
  pencil: 'M4 20l1-4L16 5l3 3L8 19z',
  eye: 'M2 12s4-6 10-6 10 6 10 6-4 6-10 6-10-6-10-6zm10-3a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
  dots: 'M5 5h.01M12 5h.01M19 5h.01M5 12h.01M12 12h.01M19 12h.01M5 19h.01M12 19h.01M19 19h.01',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  Call: 'M6 3h3l2 5-2.500 1.500a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z',
  Email: 'M3 6h18v12H3zM3 7l9 6 9-6',
  Event: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  Task: 'M4 6h10M4 12h7M4 18h7M14 16l2.500 2.500L21 13',
  Lead: 'M12 4l2.400 5 5.600.700-4 3.900 1 5.400-5-2.700-5 2.700 1-5.400-4-3.900 5.600-.700z',
  Account: 'M5 20V5h9v15M14 10h5v10M3 20h18M8 9h3M8 13h3M8 17h3',
  Contact: 'M12 5a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zM5 20c0-4 3-6 7-6s7 2 7 6',
  Opportunity: 'M4 17l3-10 5 6 5-6 3 10zM5 20h14',
  User: 'M12 5a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zM5 20c0-4 3-6 7-6s7 2 7 6',
};

export function icon(name, className = '') {
  const svg = document.createElementNS(svgSpace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `nw-icon ${className}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svgSpace, 'path');
  path.setAttribute('d', paths[name] ?? paths.more);
  svg.append(path);
  return svg;
}

export function wait(ms) {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** Text for screen readers only; also what pollutes `textContent` of links in Lightning. */
export function assistive(text) {
  return h('span', { class: 'slds-assistive-text' }, text);
}
