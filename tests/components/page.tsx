import { act, type ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { SettingsProvider } from '@/components/pages/settings';
import type { Connection } from '@/lib/rpc/connection';
import { BackgroundProvider, newQueryClient } from '@/components/queries/provider';
import type { Topic } from '@/lib/rpc/call';
import type { Client, Input, Method } from '@/lib/rpc/contract';
import { handlersOf } from '@/lib/services/handlers';
import type { World } from '@/lib/services/world';
import { clientOf } from './client';

export interface OpenPage {
  readonly call: Client;
  /** Inputs of one call, in order. */
  asked<M extends Method>(method: M): readonly Input<M>[];
  readonly opened: string[];
  /** The element with this role-bearing tag and accessible text; throws when it is not there. */
  button(name: string | RegExp): HTMLButtonElement;
  /** All of that name: a dialog asks with the same word as the button that opened it. */
  buttons(name: string | RegExp): readonly HTMLButtonElement[];
  field(label: string | RegExp): HTMLInputElement;
  text(): string;
  click(element: HTMLElement): Promise<void>;
  type(element: HTMLElement, value: string): Promise<void>;
  leave(element: HTMLElement): Promise<void>;
  /** Chooses a file for the button of that name; null is one that cannot be read. */
  choose(name: string, text: string | null): Promise<void>;
  /** Lets what is under way come to its end. */
  settled(): Promise<void>;
  /** Waits until the page says this. */
  says(text: string | RegExp): Promise<void>;
  close(): Promise<void>;
}

/** Renders a page in jsdom on the real services and database; only the browser between them is left out. */
export async function openPage(world: World, face: ReactElement): Promise<OpenPage> {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  const asked: [string, unknown][] = [];
  const opened: string[] = [];
  const listeners = new Set<(topics: readonly Topic[]) => void>();
  const real = clientOf(handlersOf(world), (topics) => {
    for (const listener of listeners) listener(topics);
  });
  const call = ((method: Method, input: never) => {
    asked.push([method, input]);
    return real(method, input);
  }) as Client;
  const connection: Connection = {
    call,
    onChanged: (listener) => {
      const heard = (topics: readonly Topic[]) => listener(topics, 0);
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    surface: 'page',
    tabId: () => Promise.resolve(null),
    ready: Promise.resolve(true),
    toShell: () => undefined,
    onArmed: () => () => undefined,
    openPage: (page) => void opened.push(page),
  };
  const container = document.createElement('div');
  document.body.append(container);
  let root: Root | null = null;
  await act(async () => {
    root = createRoot(container);
    root.render(
      <BackgroundProvider connection={connection} client={newQueryClient()}>
        <SettingsProvider>{face}</SettingsProvider>
      </BackgroundProvider>,
    );
  });
  const text = () => document.body.textContent ?? '';
  const buttons = (name: string | RegExp) =>
    [...document.querySelectorAll('button')].filter((one) => fits(nameOf(one), name));
  return {
    call: (async (method: Method, input: never) => {
      let result: unknown;
      await act(async () => {
        result = await real(method, input);
      });
      return result;
    }) as Client,
    asked: (method) => asked.filter(([name]) => name === method).map(([, input]) => input) as never,
    opened,
    button: (name) => found('button', name, buttons(name)),
    buttons,
    field: (label) =>
      found(
        'field',
        label,
        [...document.querySelectorAll('label')]
          .filter((one) => fits(one.textContent ?? '', label))
          .map((one) => one.control as HTMLInputElement)
          .filter((one) => one !== null),
      ),
    text,
    async click(element) {
      await act(async () => element.click());
    },
    async type(element, value) {
      await act(async () => {
        // React listens to the setter of the prototype; a plain assignment would go unseen.
        const owner = Object.getPrototypeOf(element) as object;
        Object.getOwnPropertyDescriptor(owner, 'value')?.set?.call(element, value);
        const kind = element instanceof HTMLSelectElement ? 'change' : 'input';
        element.dispatchEvent(new Event(kind, { bubbles: true }));
      });
    },
    async leave(element) {
      await act(async () => void element.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
    },
    async choose(name, content) {
      const input = [...document.querySelectorAll<HTMLInputElement>('input[type=file]')].find(
        (one) => one.getAttribute('aria-label') === name,
      );
      if (!input) throw new Error(`no file field named ${name}`);
      const gone = new DOMException('gone', 'NotReadableError');
      const text = () => (content === null ? Promise.reject(gone) : Promise.resolve(content));
      const file = { name: 'file.json', text };
      Object.defineProperty(input, 'files', { value: [file], configurable: true });
      await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })));
    },
    async settled() {
      for (let turn = 0; turn < 10; turn += 1)
        await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
    },
    async says(wanted) {
      const until = Date.now() + 5000;
      while (!fits(text(), wanted, true)) {
        if (Date.now() > until) throw new Error(`the page never said ${wanted}; it says: ${text()}`);
        await act(() => new Promise((resolve) => setTimeout(resolve, 10)));
      }
    },
    async close() {
      await act(async () => root?.unmount());
      container.remove();
      window.location.hash = '';
    },
  };
}

function nameOf(button: HTMLElement): string {
  return button.getAttribute('aria-label') ?? button.textContent ?? '';
}

function fits(text: string, wanted: string | RegExp, part = false): boolean {
  if (typeof wanted !== 'string') return wanted.test(text);
  return part ? text.includes(wanted) : text.trim() === wanted;
}

function found<T>(what: string, name: string | RegExp, elements: readonly T[]): T {
  const [first] = elements;
  if (first === undefined) throw new Error(`no ${what} named ${name} in: ${document.body.textContent}`);
  return first;
}
