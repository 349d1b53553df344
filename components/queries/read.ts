import { queryOptions, type UseQueryOptions } from '@tanstack/react-query';
import type { Topic } from '@/lib/rpc/call';
import type { Input, Method, Output } from '@/lib/rpc/contract';
import type { Connection } from '@/lib/rpc/connection';
import { unwrap } from './fault';
import { topicKey } from './keys';

/** Query options for one reading call; `topic` is the broadcast that makes it stale. */
export function read<M extends Method>(
  connection: Connection,
  topic: Topic,
  method: M,
  input: Input<M>,
): UseQueryOptions<Output<M>, Error, Output<M>, readonly unknown[]> {
  return queryOptions({
    queryKey: topicKey(topic, method, input),
    queryFn: async () => unwrap(await connection.call(method, input)),
  });
}
