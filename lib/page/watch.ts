/** Longest wait between a change in the page and the next look at it. */
const SETTLE_MS = 60;
/** Fields set through `.value` change without any mutation; while the tab is seen, look again this often. */
const GLANCE_MS = 1000;

/**
 * Calls `look` after anything that can mean another record or another value: navigation of every kind, mutations,
 * edits. The observer only sets a flag; the work happens once per settled burst.
 */
export function watchPage(look: (why: 'moved' | 'changed') => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let address = location.href;

  function moved(): void {
    address = location.href;
    look('moved');
  }
  function changed(): void {
    if (address !== location.href) moved();
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!document.hidden) look('changed');
    }, SETTLE_MS);
  }

  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { childList: true, subtree: true, characterData: true });
  const glance = setInterval(changed, GLANCE_MS);
  const options = { signal, capture: true };
  for (const event of ['popstate', 'hashchange', 'pageshow'] as const)
    window.addEventListener(event, moved, options);
  for (const event of ['input', 'change', 'visibilitychange'] as const)
    document.addEventListener(event, changed, options);
  // pushState is invisible to an isolated world; the Navigation API is not. Without it the glance finds out.
  const { navigation } = window as Window & { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', moved, options);

  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearInterval(glance);
    clearTimeout(timer);
  });
}
