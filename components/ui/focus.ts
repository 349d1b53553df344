/** A ref for the field the user has just asked for: it takes the focus once, when it appears. */
export function focusOnMount(element: HTMLElement | null): void {
  element?.focus();
}
