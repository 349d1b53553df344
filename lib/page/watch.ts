/**
 * While a page loads, nothing is looked at before it has been still for this long, or has not come to rest for that
 * long: every look at a half-filled page is for nothing, and it is then that the CRM needs its time most.
 */
const STILL_MS = 200;
const LOADING_MS = 1000;
/** Longest that a look waits for the browser to have nothing else to do; less where somebody may be waiting for it. */
const IDLE_MS = 100;
const SOON_MS = 30;
/** Least time from one look to the next, while the page has yet to show its record and once it does. */
const WAITING_MS = 60;
const SHOWN_MS = 250;
/** A look that took a millisecond is followed by none for this many: a page that never rests is looked at less often. */
const WAITING_REST = 20;
const SHOWN_REST = 150;
/** On a machine that is busy with others a look seems long: it is not put off for ever. */
const LONGEST_WAITING_MS = 150;
const LONGEST_SHOWN_MS = 1000;
/** Fields set through `.value` change without any mutation; while the tab is seen, look again, less and less often. */
const WAITING_GLANCES_MS = [120, 250, 500, 1000];
const SHOWN_GLANCES_MS = [2000, 4000, 8000];

/**
 * Calls `look` after anything that can mean another record or another value: navigation of every kind, mutations,
 * edits, time. `look` says whether it still waits for the page. The observer only sets a flag; the work happens once
 * the browser is idle, and at a pace that keeps it below a hundredth of the main thread.
 */
export function watchPage(look: () => boolean, signal: AbortSignal): void {
  let address = location.href;
  let loadingUntil = performance.now() + LOADING_MS;
  let changedAt = 0;
  let restUntil = 0;
  let waits = false;
  let pending = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle = 0;
  let glance: ReturnType<typeof setTimeout> | undefined;
  let glances = 0;

  function run(): void {
    stop();
    loadingUntil = 0;
    const began = performance.now();
    waits = look();
    const took = performance.now() - began;
    const rest = waits
      ? Math.min(LONGEST_WAITING_MS, Math.max(WAITING_MS, took * WAITING_REST))
      : Math.min(LONGEST_SHOWN_MS, Math.max(SHOWN_MS, took * SHOWN_REST));
    restUntil = began + rest;
    const pauses = waits ? WAITING_GLANCES_MS : SHOWN_GLANCES_MS;
    glance = setTimeout(soon, pauses[Math.min(glances, pauses.length - 1)]);
    glances += 1;
  }
  function soon(): void {
    if (address !== location.href) return moved();
    if (pending || document.hidden) return;
    pending = true;
    wait();
  }
  function wait(): void {
    const now = performance.now();
    const due = now < loadingUntil ? Math.min(changedAt + STILL_MS, loadingUntil) : restUntil;
    if (due > now) timer = setTimeout(wait, due - now);
    else idle = requestIdleCallback(run, { timeout: waits ? SOON_MS : IDLE_MS });
  }
  function changed(): void {
    glances = 0;
    changedAt = performance.now();
    soon();
  }
  /** At once: until then the record before would be taken for this one. Several events tell of one step. */
  function moved(): void {
    if (address === location.href) return changed();
    address = location.href;
    glances = 0;
    run();
  }
  function stop(): void {
    clearTimeout(timer);
    clearTimeout(glance);
    cancelIdleCallback(idle);
    pending = false;
  }

  const observer = new MutationObserver(changed);
  observer.observe(document, { childList: true, subtree: true, characterData: true });
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
    stop();
  });
  changed();
}
