import { guardFocus } from './guard';
import { drawTab } from './tab';

export interface Place {
  readonly open: boolean;
  readonly side: 'left' | 'right';
  readonly top: number;
}

export interface Shell {
  open(focus: boolean): void;
  close(): void;
  toggle(): void;
  /** Tells the panel that the phone link armed it, and gives it the keys unless a page field has them. */
  arm(): void;
  remove(): void;
}

interface ShellOptions {
  readonly panelUrl: string;
  readonly origin: string;
  readonly place: Place;
  readonly label: string;
  /** A fresh one-time ticket for each load of the frame. */
  ticket(): Promise<string | null>;
  placed(place: Place): void;
}

const HOST = 'touchline-panel';

/**
 * The panel's frame in a closed shadow root on the document element (some CRMs rewrite their body). It comes back
 * when a page removes it and moves into an open native dialog, outside of which everything is inert.
 */
export function mountShell(options: ShellOptions, signal: AbortSignal): Shell {
  // An orphan of an updated extension still stands in the page.
  for (const old of document.querySelectorAll(HOST)) old.remove();
  let place = options.place;
  const host = document.createElement(HOST);
  host.style.cssText =
    'all:initial;position:fixed;inset:0 auto auto 0;z-index:2147483647;pointer-events:auto';
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  root.adoptedStyleSheets = [sheet];
  let frame: HTMLIFrameElement | null = null;
  let port: MessagePort | null = null;
  let before: Element | null = null;
  let loaded = false;
  let focusOnLoad = false;

  const tab = drawTab(options.label, {
    pressed: () => shell.open(true),
    moved(side, top) {
      place = { ...place, side, top };
      lay();
      options.placed(place);
    },
  });
  root.append(tab);
  guardFocus(host, signal);

  function lay(): void {
    host.dataset.side = place.side;
    root.host.toggleAttribute('data-open', place.open);
    tab.style.top = `${Math.round(place.top * 100)}vh`;
    tab.dataset.side = place.side;
    tab.hidden = place.open;
    if (frame) {
      frame.dataset.side = place.side;
      frame.hidden = !place.open;
    }
  }

  function makeFrame(): HTMLIFrameElement {
    const made = document.createElement('iframe');
    made.title = 'Touchline';
    made.allow = 'clipboard-write *';
    // A page that isolates itself (COEP) blocks the frame otherwise.
    if ('credentialless' in made) (made as { credentialless: boolean }).credentialless = true;
    made.addEventListener('load', () => {
      loaded = true;
      if (focusOnLoad && place.open) made.focus();
      focusOnLoad = false;
      void hand(made);
    });
    made.src = options.panelUrl;
    return made;
  }

  async function hand(to: HTMLIFrameElement): Promise<void> {
    const ticket = await options.ticket();
    if (ticket === null || !to.contentWindow) return;
    const channel = new MessageChannel();
    channel.port1.addEventListener('message', (event) => {
      const data: unknown = event.data;
      if (typeof data !== 'object' || data === null || !('command' in data)) return;
      if (data.command === 'to-strip') shell.close();
      if (data.command === 'give-focus-back') giveBack();
    });
    channel.port1.start();
    port = channel.port1;
    to.contentWindow.postMessage('touchline', options.origin, [channel.port2]);
    channel.port1.postMessage({ ticket });
  }

  function giveBack(): void {
    frame?.blur();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
    else window.focus();
  }

  /** Focus given to a frame that still loads is lost with its first document. */
  function takeKeys(): void {
    if (loaded) frame?.focus();
    else focusOnLoad = true;
  }

  function setOpen(open: boolean): void {
    if (place.open !== open) {
      place = { ...place, open };
      options.placed(place);
    }
    if (open && frame === null) {
      frame = makeFrame();
      root.append(frame);
    }
    lay();
  }

  /** Where the page's focus was; while the panel has it, that is known already. */
  function remember(): void {
    if (document.activeElement !== host) before = document.activeElement;
  }

  const shell: Shell = {
    open(focus) {
      remember();
      setOpen(true);
      if (focus) takeKeys();
    },
    close() {
      setOpen(false);
      giveBack();
    },
    toggle() {
      if (!place.open) shell.open(true);
      else shell.close();
    },
    arm() {
      remember();
      setOpen(true);
      if (isField(document.activeElement)) return;
      port?.postMessage({ armed: true });
      takeKeys();
    },
    remove: () => host.remove(),
  };

  function stand(): void {
    const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
    const parent = dialog ?? document.documentElement;
    if (host.parentElement === parent) return;
    // moveBefore keeps the frame alive and what was typed in it; append would load it anew.
    const mover = parent as Element & { moveBefore?: (node: Node, child: Node | null) => void };
    if (host.isConnected && mover.moveBefore) mover.moveBefore(host, null);
    else parent.append(host);
  }

  stand();
  setOpen(place.open);
  const watcher = new MutationObserver(stand);
  watcher.observe(document, { childList: true });
  watcher.observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['open'],
  });
  signal.addEventListener('abort', () => {
    watcher.disconnect();
    host.remove();
  });
  return shell;
}

/** Does the page itself wait for typing? Then its keys stay its own. */
export function isField(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element.shadowRoot?.activeElement) return isField(element.shadowRoot.activeElement);
  return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
}

const CSS = `
iframe { position: fixed; top: 12px; width: 360px; height: min(640px, calc(100vh - 24px)); border: 0;
  border-radius: 10px; background: transparent; box-shadow: 0 8px 30px rgb(0 0 0 / 22%), 0 0 0 1px rgb(0 0 0 / 10%);
  color-scheme: light dark; }
iframe[data-side=right] { right: 12px } iframe[data-side=left] { left: 12px }
[hidden] { display: none !important }
.tab { position: fixed; width: 48px; height: 56px; padding: 0; border: 0; background: #1f4d3a; color: #fff; cursor: pointer;
  display: grid; place-items: center; touch-action: none; box-shadow: 0 2px 10px rgb(0 0 0 / 25%); }
.tab[data-side=right] { right: 0; border-radius: 10px 0 0 10px } .tab[data-side=left] { left: 0; border-radius: 0 10px 10px 0 }
.tab:focus-visible { outline: 3px solid #8fd3b6; outline-offset: -3px }
.tab svg { width: 24px; height: 24px; pointer-events: none }
@media (forced-colors: active) { .tab { border: 1px solid ButtonText } iframe { outline: 1px solid CanvasText } }
@media print { iframe, .tab { display: none } }
`;
