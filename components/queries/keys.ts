import type { QueryClient } from '@tanstack/react-query';
import { TOPICS, type Topic } from '@/lib/rpc/call';

/** Every query's key starts with its topic, so that a "changed" broadcast finds its readers. */
export function topicKey(topic: Topic, ...rest: readonly unknown[]): readonly unknown[] {
  return [topic, ...rest];
}

/**
 * Marks what a broadcast named as stale; what is on screen asks again at once. An answer still under way may be older
 * than the change and is dropped: a first answer would otherwise stand as the last word, since invalidating alone joins
 * a query that has no data yet to the request it already made.
 */
export function invalidate(client: QueryClient, topics: readonly Topic[] | 'all'): void {
  for (const topic of topics === 'all' ? TOPICS : topics) {
    const filter = { queryKey: [topic] };
    void client.cancelQueries(filter, { silent: true }).then(() => client.invalidateQueries(filter));
  }
}
