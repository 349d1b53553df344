import { createContext, useContext, type ReactNode } from 'react';
import type { Connection } from '@/lib/rpc/connection';

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
