import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import type { Connection } from '@/lib/rpc/connection';
import { ConnectionProvider } from './client';
import { invalidate } from './keys';

/** The background is on this machine: no retries by themselves, nothing thought fresh beyond a broadcast. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: Infinity, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** Connection, query cache and the "changed" broadcasts between them, for any Touchline page. */
export function BackgroundProvider(props: {
  readonly connection: Connection;
  readonly client: QueryClient;
  readonly children: ReactNode;
}) {
  const { connection, client } = props;
  useEffect(() => connection.onChanged((topics) => invalidate(client, topics)), [connection, client]);
  return (
    <ConnectionProvider connection={connection}>
      <QueryClientProvider client={client}>{props.children}</QueryClientProvider>
    </ConnectionProvider>
  );
}
