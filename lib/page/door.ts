import type { PageAdapter } from '@/lib/adapters/contract';
import type { CrmKind, RecordRef } from '@/lib/domain/record';
import { look, openEye, type Look } from '@/lib/adapters/engine';
import { getUrl, onTabMessage } from '@/lib/platform/tab-side';
import { send } from '@/lib/platform/send';
import type { Output } from '@/lib/rpc/contract';
import { mountShell, type Shell } from './frame';
import { leavePage } from './lifetime';
import { watchPage } from './watch';

/** A record that the address names and the page has not shown for this long is said to be unreadable. */
const PATIENCE_MS = 8000;
/** A background that could not answer the first word is asked again this often. */
const AGAIN_MS = 5000;
/** A ticket lives a minute (services/tabs.ts); one that came with the welcome is not used in the second half of it. */
const TICKET_FRESH_MS = 30_000;

/** How long after the click a window that goes away has gone to the dialler: a first time asks the user. Guess. */
const LEAVE_MS = 10_000;

/**
 * What runs in a tab of an added CRM: looks at the page, tells the background what it saw, mounts the panel's
 * frame. Ends with `signal`. What talks to the CRM's API comes later and apart (`carrier.ts`).
 */
export async function openDoor<Name extends string>(
  adapter: PageAdapter<Name>,
  signal: AbortSignal,
): Promise<void> {
  const welcome = await hello(adapter.kind, signal);
  if (welcome === null) return;
  let ticket: string | null = welcome.ticket;
  const ticketAt = Date.now();
  const shell: Shell = mountShell(
    {
      panelUrl: getUrl('sidepanel.html'),
      origin: new URL(getUrl('')).origin,
      place: welcome.place,
      label: welcome.language === 'ko' ? 'Touchline 열기' : 'Open Touchline',
      async ticket() {
        const given = ticket;
        ticket = null;
        // The panel may be opened hours after the page.
        if (given !== null && Date.now() - ticketAt < TICKET_FRESH_MS) return given;
        const again = await send('content.hello', { url: location.href, kind: adapter.kind });
        return again.ok && again.value.state === 'welcome' ? again.value.ticket : null;
      },
      placed: (place) => void send('content.placed', place),
    },
    signal,
  );

  let told = '';
  let waitingFor = '';
  let waitingSince = 0;
  let unsettled = '';
  let unsettledSince = 0;
  /** Looks and tells what is new; answers whether the page is still waited for. */
  function report(): boolean {
    if (signal.aborted) return false;
    const url = new URL(location.href);
    const eye = openEye(document, adapter);
    const seen = settled(look(adapter, url, document, eye));
    const ref = refOf(seen);
    const state = seen.kind === 'waiting' && patienceEnded(JSON.stringify(ref)) ? 'broken' : seen.kind;
    const reading = seen.kind === 'read' ? seen.reading : null;
    const signedIn = guarded(() => adapter.whoami(url, eye));
    const news = { ref, state, reading, signedIn, dark: isDark() };
    const key = JSON.stringify(news);
    if (key === told) return state === 'waiting';
    told = key;
    void send('content.observed', { ...news, url: location.href, at: Date.now() }).then((answer) => {
      // Nobody heard it: the next look says it again.
      if (!answer.ok && answer.fault.retry && told === key) told = '';
    });
    return state === 'waiting';
  }
  /** Where nothing in the page says whose values it shows, one look is not believed: two must agree. */
  function settled(seen: Look): Look {
    const { settleMs } = adapter;
    if (seen.kind !== 'read' || settleMs === undefined) return seen;
    const key = JSON.stringify([seen.reading.ref, seen.reading.fields]);
    if (key !== unsettled) {
      unsettled = key;
      unsettledSince = performance.now();
    }
    if (performance.now() - unsettledSince >= settleMs) return seen;
    setTimeout(report, settleMs);
    return { kind: 'waiting', ref: seen.reading.ref };
  }
  function again(): void {
    told = '';
    report();
  }
  function patienceEnded(key: string): boolean {
    if (key !== waitingFor) {
      waitingFor = key;
      waitingSince = performance.now();
    }
    return performance.now() - waitingSince > PATIENCE_MS;
  }

  watchPage(report, signal);
  // Back from the page cache: the tab has shown other records meanwhile, so this one is news again; and the CRM may
  // have been removed while the page slept and heard nothing.
  async function back(): Promise<void> {
    const still = await send('content.hello', { url: location.href, kind: adapter.kind });
    if (still.ok && still.value.state === 'stranger') leavePage();
    else again();
  }
  window.addEventListener('pageshow', (event) => event.persisted && void back(), { signal });
  listenForPhoneLinks((number) => {
    const seen = look(adapter, new URL(location.href), document);
    const ref = refOf(seen);
    const dialled = send('content.dialled', { ref, number, at: Date.now() });
    // Not where nothing can be logged: the panel does not open by itself to say that.
    const arm = () => void dialled.then((answer) => answer.ok && shell.arm());
    arm();
    onReturn(arm, signal);
  }, signal);
  onTabMessage((message) => {
    if (!('shell' in message)) return null;
    if (message.shell === 'toggle') shell.toggle();
    if (message.shell === 'open') shell.open(true);
    if (message.shell === 'close') shell.close();
    if (message.shell === 'look') again();
    if (message.shell === 'leave') leavePage();
    return Promise.resolve(true);
  }, signal);
}

type Welcome = Extract<Output<'content.hello'>, { state: 'welcome' }>;

/** Null where we are not wanted. While the background cannot answer, as on a full disk, it is asked again. */
async function hello(kind: CrmKind, signal: AbortSignal): Promise<Welcome | null> {
  for (;;) {
    const answer = await send('content.hello', { url: location.href, kind });
    if (signal.aborted || (answer.ok && answer.value.state === 'stranger')) return null;
    if (answer.ok && answer.value.state === 'welcome') return answer.value;
    if (!answer.ok && !answer.fault.retry) return null;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

/** The record a look is about, read or not. */
function refOf(seen: Look): RecordRef | null {
  if (seen.kind === 'no-record') return null;
  return seen.kind === 'read' ? seen.reading.ref : seen.ref;
}

function listenForPhoneLinks(dialled: (number: string) => void, signal: AbortSignal): void {
  document.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted) return;
      const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
      if (link?.protocol === 'tel:') dialled(safeDecode(link.href.slice(4)));
    },
    { capture: true, signal },
  );
}

/**
 * The dialler takes the window away, at once or not at all; back in it, the log's keys work. The page's window also
 * loses the focus to our own frame and gets it back with Esc: that is no coming back, and the document tells.
 */
function onReturn(run: () => void, signal: AbortSignal): void {
  const leaving = AbortSignal.any([signal, AbortSignal.timeout(LEAVE_MS)]);
  function left(): void {
    if (!document.hasFocus()) window.addEventListener('focus', run, { once: true, signal });
  }
  window.addEventListener('blur', left, { signal: leaving });
}

function safeDecode(text: string): string {
  return guarded(() => decodeURIComponent(text)) ?? text;
}

/** The CRM's page may be anything: what throws on it is unknown, never a broken page. */
function guarded<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}

/** Dark when the page's own background is: the sum of its channels below the middle. */
function isDark(): boolean {
  const channels = getComputedStyle(document.body)
    .backgroundColor.match(/[\d.]+/g)
    ?.map(Number);
  if (!channels || channels.length < 3 || channels[3] === 0)
    return matchMedia('(prefers-color-scheme: dark)').matches;
  const [red = 255, green = 255, blue = 255] = channels;
  return red * 0.299 + green * 0.587 + blue * 0.114 < 100;
}
