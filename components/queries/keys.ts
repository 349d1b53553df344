import type { QueryClient } from '@tanstack/react-query';
import { TOPICS, type Topic } from '@/lib/rpc/call';

/** Every query's key starts with its topic, so that a "changed" broadcast finds its readers. */
export function topicKey(topic: Topic, ...rest: readonly unknown[]): readonly unknown[] {
  return [topic, ...rest];
}

/** Marks what a broadcast named as stale; what is on screen asks again at once. */
export function invalidate(client: QueryClient, topics: readonly Topic[] | 'all'): void {
  for (const topic of topics === 'all' ? TOPICS : topics) {
    void client.invalidateQueries({ queryKey: [topic] });
  }
}
