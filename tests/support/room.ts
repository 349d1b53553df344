import type { Frame, Page } from 'playwright-core';

/**
 * What a document of ours cuts off at its sides, in words for a failing test: wider than its window, an element that
 * reaches out of it, text hidden in its own box. What can be scrolled to is not cut off; with `dots`, neither is a
 * text that ends in dots and stands whole in its title.
 */
export function cutOff(document: Page | Frame, allowed: { readonly dots: boolean }): Promise<string[]> {
  return document.evaluate(({ dots: allowDots }) => {
    const root = window.document.documentElement;
    const found: string[] = [];
    const name = (element: Element) =>
      `<${element.tagName.toLowerCase()}> ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60)}`;
    if (root.scrollWidth > root.clientWidth)
      found.push(`the page: ${root.scrollWidth} > ${root.clientWidth}`);
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== window.document.body &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    for (const element of window.document.querySelectorAll('body *')) {
      const style = getComputedStyle(element);
      // For the ear only: a pixel wide on purpose.
      if (!element.checkVisibility() || element.closest('.visually-hidden') || style.clipPath !== 'none')
        continue;
      const { left, right } = element.getBoundingClientRect();
      const dots = element.closest('[title]');
      const dotted = allowDots && dots !== null && getComputedStyle(dots).textOverflow === 'ellipsis';
      if ((left < -1 || right > root.clientWidth + 1) && !scrolls(element) && !dotted)
        found.push(
          `out of the window by ${Math.round(Math.max(-left, right - root.clientWidth))}: ${name(element)}`,
        );
      const hides = /hidden|clip/.test(style.overflowX) && !(element instanceof HTMLInputElement);
      if (hides && !dotted && element.scrollWidth > element.clientWidth + 1)
        found.push(`hidden in its box, ${element.scrollWidth} > ${element.clientWidth}: ${name(element)}`);
    }
    return found;
  }, allowed);
}

/** Controls that cannot be brought into sight and pressed: outside, without a size, or under something else. */
export function unreachable(document: Page | Frame, within = 'body'): Promise<string[]> {
  return document.evaluate((scope) => {
    const found: string[] = [];
    const controls = 'button, input, select, textarea, a[href], [tabindex="0"]';
    for (const control of window.document.querySelectorAll<HTMLElement>(`${scope} :is(${controls})`)) {
      if (!control.checkVisibility() || control.closest('[inert], [aria-hidden=true]')) continue;
      control.scrollIntoView({ block: 'center', inline: 'center' });
      const box = control.getBoundingClientRect();
      const hit = window.document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      const label = control instanceof HTMLInputElement ? control.labels?.[0] : null;
      if (hit === null || !(control.contains(hit) || hit.contains(control) || label?.contains(hit)))
        found.push(`${control.outerHTML.slice(0, 120)} under ${hit?.outerHTML.slice(0, 80) ?? 'nothing'}`);
    }
    window.scrollTo(0, 0);
    return found;
  }, within);
}

/** How far a document is taller than its window, in pixels; 0 when nothing has to be scrolled. */
export function tooTall(document: Page | Frame): Promise<number> {
  return document.evaluate(() => {
    const root = window.document.documentElement;
    return Math.max(0, root.scrollHeight - root.clientHeight);
  });
}

/** Sets the text size as the browser's own setting does: the root's font size. */
export async function textSize(document: Page | Frame, percent: number): Promise<void> {
  await document.evaluate(
    (size) => window.document.documentElement.style.setProperty('font-size', size),
    `${percent}%`,
  );
}

/** One family for everything, to measure with: a usual one, or one as wide as the widest a system falls back to. */
export async function font(document: Page | Frame, which: 'usual' | 'wide'): Promise<void> {
  const family =
    which === 'usual' ? "Arial, 'Liberation Sans', sans-serif" : "Verdana, 'DejaVu Sans', sans-serif";
  await document.evaluate(
    (name) => window.document.documentElement.style.setProperty('font-family', name),
    family,
  );
}
