import { useMutation } from '@tanstack/react-query';
import type { Input, Method, Output } from '@/lib/rpc/contract';
import { useConnection } from './client';
import { unwrap } from './fault';

/** A call that changes something. What it changes comes back by the background's "changed" broadcast. */
export function useAct<M extends Method>(method: M) {
  const connection = useConnection();
  return useMutation<Output<M>, Error, Input<M>>({
    mutationFn: async (input) => unwrap(await connection.call(method, input)),
  });
}
