import { closePreview } from './overlay/preview.js';
import { shortcutsInFront } from './router.js';

/**
 * Single-letter keys of the page. Looks at `event.target` as many pages do: a keystroke in another's shadow
 * root arrives here with its host as target and counts as a hotkey.
 */
export function listenForHotkeys() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest?.('input, textarea, select, [contenteditable], dialog, [role=dialog]')) return;
    if (event.key === '/') {
      event.preventDefault();
      document.querySelector('[data-testid=global-search]').focus();
      return;
    }
    if (event.key === 'Escape') closePreview();
    const action = shortcutsInFront()[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}
