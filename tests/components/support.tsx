import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Panel } from '@/components/panel/panel';
import type { Connection } from '@/lib/rpc/connection';
import { BackgroundProvider, newQueryClient } from '@/components/queries/provider';
import { useLastLogged, useLogDrafts } from '@/components/stores/log-drafts';
import { useNoteDrafts } from '@/components/stores/note-drafts';
import { usePanelStore } from '@/components/stores/panel-store';
import { defaultOutcomes } from '@/lib/domain/outcome';
import { failed, ok, type Fault } from '@/lib/domain/result';
import { contract, type Method } from '@/lib/rpc/contract';
import { panelViewSchema, type PanelView } from '@/lib/rpc/view';
import type * as z from 'zod';

const INSTANCE = '01J00000000000000000000001';
const PERSON = '01J00000000000000000000002';
export const LEAD = `${INSTANCE}/Lead/00Q1`;
export const NOW = Date.parse('2026-11-23T05:00:00Z');

function seen(value: unknown) {
  return { raw: '', value, source: 'page', confidence: 'exact', rounded: false } as const;
}

/** A goal of 60 calls today with `value` done; null is a figure nobody can know yet. */
export function dialsGoal(value: number | null): z.input<typeof panelViewSchema>['progress'][number] {
  return {
    goal: {
      ...{ goal: '01J00000000000000000000009', version: 1, metric: 'dials', period: 'day', target: 60 },
      ...{ currency: null, person: PERSON, prorate: true, headline: true, createdBy: PERSON, createdAt: NOW },
      ...{ effective: { from: '2026-11-01', to: null }, visibility: 'author', archivedAt: null },
    },
    figure: {
      ...{ metric: 'dials', unit: 'count', better: 'higher', currency: null, value },
      ...{ why: value === null ? 'not-covered' : null, numerator: null, denominator: null, n: value ?? 0 },
      ...{ interval: null, period: 'day', from: '2026-11-23', to: '2026-11-24', asOf: NOW, excluded: [] },
      source: { source: 'own-log', covered: 'whole', since: null, asOf: NOW, count: value ?? 0 },
    },
    pace:
      value === null
        ? null
        : {
            ...{ status: 'on', target: 60, fullTarget: 60, daysOff: 0, expected: 22, projection: 61 },
            ...{ requiredPerDay: null, daysBehind: null, workingDays: 1, workingDaysGone: 0.4 },
            restOfPeriod: false,
          },
  };
}

/** A view as the background would send it, checked by the contract's own schema. */
export function leadView(change: Partial<z.input<typeof panelViewSchema>> = {}): PanelView {
  return panelViewSchema.parse({
    state: 'ready',
    instance: {
      ...{ id: INSTANCE, kind: 'salesforce', tenant: '00D', label: 'Acme CRM', bases: ['https://a.example'] },
      ...{ test: false, version: null, connection: 'page-session', currency: 'USD', locale: null },
      ...{ addedAt: NOW, archivedAt: null },
    },
    identity: 'known',
    signedIn: { remoteId: '005', name: 'Sam Okafor' },
    record: {
      ...{ key: LEAD, instance: INSTANCE, object: 'lead', api: 'Lead', remoteId: '00Q1' },
      fields: { name: seen('Dana Ruiz'), owner: seen({ remoteId: '006', name: 'Alex Moreau' }) },
      ...{ expected: ['name', 'owner', 'phone'], missing: ['phone'], fallbacks: [] },
      ...{ adapter: 'salesforce', revision: 1, seenAt: NOW },
    },
    about: { key: LEAD, object: 'lead', name: 'Dana Ruiz' },
    mine: 'mine',
    readable: { read: 2, expected: 3, missing: ['phone'] },
    ...{ lastTouch: null, stageDays: null, closeMoved: null, nextStep: null, contactZone: null },
    progress: [dialsGoal(23)],
    ...{ withThis: null, prompt: null, notes: [], meetingsDue: [], running: null, draft: null },
    ...{ noteDraft: null, undo: null },
    doNotCall: false,
    outbox: { waiting: 0, needsYou: 0 },
    outcomes: [...defaultOutcomes('en')],
    ...{ role: 'sdr', language: 'en', appearance: 'light', zone: 'UTC', now: NOW, revision: 1 },
    ...change,
  });
}

export interface Stage {
  readonly calls: { readonly method: Method; readonly input: unknown }[];
  readonly toShell: string[];
  /** Faults answered to the next calls of a method, before it succeeds. */
  readonly faults: Map<Method, Fault[]>;
  logged(): readonly Record<string, unknown>[];
  setView(view: PanelView): Promise<void>;
  unmount(): Promise<void>;
}

/** The panel on a page of its own, with a background that checks inputs and remembers them. */
export async function showPanel(first: PanelView): Promise<Stage> {
  useLogDrafts.setState({ drafts: {}, dropped: {} });
  useLastLogged.setState({ last: null });
  useNoteDrafts.setState({ drafts: {}, dropped: {} });
  usePanelStore.setState({
    hidden: false,
    picking: null,
    composer: false,
    nextStepOpen: false,
    folded: null,
  });
  let view = first;
  const calls: Stage['calls'] = [];
  const toShell: string[] = [];
  const faults: Stage['faults'] = new Map();
  const listeners = new Set<Parameters<Connection['onChanged']>[0]>();
  const answers: Partial<Record<Method, (input: never) => unknown>> = {
    'panel.view': () => view,
    'settings.read': () => ({
      ...{ file: { touchline: 1 }, managed: false, setUp: true, me: null, language: 'en', revision: 1 },
    }),
    'draft.save': (draft: { revision: number }) => ({ revision: draft.revision + 1, at: 1 }),
    'note.draft': (draft: { revision: number }) => ({ revision: draft.revision + 1, at: 1 }),
    'activity.log': ({ id }: { id: string }) => ({ id, undoUntil: Date.now() + 10_000, progress: [] }),
    'note.leave': () => ({ id: '01J00000000000000000000077' }),
  };
  const connection: Connection = {
    surface: 'framed',
    ready: Promise.resolve(true),
    tabId: () => Promise.resolve(null),
    toShell: (command) => void toShell.push(command),
    onArmed: () => () => undefined,
    openPage: () => undefined,
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    call: (async (method: Method, input: unknown) => {
      const parsed = contract[method].input.safeParse(input);
      calls.push({ method, input });
      if (!parsed.success) return failed('bad-input', parsed.error.message);
      const fault = faults.get(method)?.shift();
      if (fault !== undefined) return { ok: false, fault };
      return ok((answers[method] as ((given: unknown) => unknown) | undefined)?.(input) ?? { done: true });
    }) as Connection['call'],
  };
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  const root: Root = createRoot(place);
  await act(async () => {
    root.render(
      <BackgroundProvider connection={connection} client={newQueryClient()}>
        <Panel />
      </BackgroundProvider>,
    );
  });
  await settle();
  return {
    calls,
    toShell,
    faults,
    logged: () =>
      calls
        .filter((call) => call.method === 'activity.log')
        .map((call) => call.input as Record<string, unknown>),
    async setView(next) {
      view = next;
      await act(async () => listeners.forEach((listener) => listener('all', 1)));
      await settle();
    },
    unmount: () => act(async () => root.unmount()),
  };
}

/** Lets promises and renders run; `ms` of real time when a timer is what is tested. */
export async function settle(ms = 0): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, ms));
  });
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
}

/** One key press on what has focus. */
export async function press(
  code: string,
  more: Partial<KeyboardEventInit> & { keyCode?: number } = {},
): Promise<void> {
  const key = code.replace(/^(Digit|Numpad|Key)/, '');
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true, ...more });
  await act(async () => void target.dispatchEvent(event));
  await settle();
}

export function byLabel<E extends HTMLElement = HTMLElement>(label: string | RegExp): E | null {
  const all = [...document.querySelectorAll<E>('[aria-label], button, [role=alert], h1, h2')];
  const match = (text: string) => (typeof label === 'string' ? text === label : label.test(text));
  return all.find((one) => match(one.getAttribute('aria-label') ?? one.textContent?.trim() ?? '')) ?? null;
}

export async function click(element: HTMLElement | null): Promise<void> {
  if (element === null) throw new Error('nothing to click');
  await act(async () => element.click());
  await settle();
}

/** Types into a field the way React hears it. */
export async function type(field: HTMLTextAreaElement | HTMLInputElement, text: string): Promise<void> {
  const proto =
    field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  await act(async () => {
    Object.getOwnPropertyDescriptor(proto, 'value')!.set!.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
