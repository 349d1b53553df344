import { createContext, useContext, type ReactNode } from 'react';
import type { Topic } from '@/lib/rpc/call';
import type { Client } from '@/lib/rpc/contract';

/** What a page knows of the background: handed in by its entrypoint, or by a test. */
export interface Connection {
  readonly call: Client;
  readonly onChanged: (listener: (topics: readonly Topic[] | 'all', revision: number) => void) => () => void;
  readonly surface: 'framed' | 'page';
  readonly tabId: () => Promise<number | null>;
  readonly ready: Promise<boolean>;
  readonly toShell: (command: 'to-strip' | 'give-focus-back') => void;
  readonly onArmed: (listener: () => void) => () => void;
  readonly openPage: (page: 'dashboard' | 'options') => void;
}

const ConnectionContext = createContext<Connection | null>(null);

export function ConnectionProvider(props: { readonly connection: Connection; readonly children: ReactNode }) {
  return <ConnectionContext value={props.connection}>{props.children}</ConnectionContext>;
}

/** Throws outside a ConnectionProvider: a page without a background has nothing to show. */
export function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (connection === null) throw new Error('useConnection outside a ConnectionProvider');
  return connection;
}
