/**
 * The page as HTML with what only lives in the DOM written into it: values of inputs, and `display: none` wherever
 * a style sheet hides something (fixtures carry no style sheets). Scripts, pictures and the menu are left out.
 * Runs inside the page, so it uses nothing from outside itself.
 */
export function materialise(): string {
  const root = document.documentElement;
  const copy = root.cloneNode(true) as HTMLElement;
  const live = [...root.querySelectorAll('*')];
  const dead = [...copy.querySelectorAll('*')];
  live.forEach((element, at) => {
    const twin = dead[at]!;
    if (element instanceof HTMLInputElement) {
      twin.setAttribute('value', element.value);
      twin.toggleAttribute('checked', element.checked);
    }
    if (element instanceof HTMLTextAreaElement) twin.textContent = element.value;
    if (element instanceof HTMLOptionElement) twin.toggleAttribute('selected', element.selected);
    if (element.closest('head, svg') === null && getComputedStyle(element).display === 'none') {
      (twin as HTMLElement).style.display = 'none';
    }
  });
  copy
    .querySelectorAll('script, link, style, svg, noscript, #menu > *, meta')
    .forEach((element) => element.remove());
  copy.querySelectorAll('img').forEach((picture) => {
    const source = picture.getAttribute('src') ?? '';
    if (/^(blob|data):/.test(source)) picture.removeAttribute('src');
  });
  copy.querySelectorAll('[class=""], [style=""]').forEach((element) => {
    for (const name of ['class', 'style'])
      if (element.getAttribute(name) === '') element.removeAttribute(name);
  });
  return copy.outerHTML.replace(/>\s*\n\s*</g, '>\n<').replace(/></g, '>\n<');
}
