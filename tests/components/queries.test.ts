import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { invalidate } from '@/components/queries/keys';

describe('a change told while the first answer is still on its way', () => {
  it('is asked for again: the answer under way may be older than the change', async () => {
    const answers: ((value: string) => void)[] = [];
    const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
    const observer = new QueryObserver(client, {
      queryKey: ['view'],
      queryFn: () => new Promise<string>((resolve) => answers.push(resolve)),
    });
    const stop = observer.subscribe(() => undefined);
    expect(answers).toHaveLength(1);

    invalidate(client, ['view']);
    answers[0]?.('still loading');
    await expect.poll(() => answers.length).toBe(2);
    answers[1]?.('the record');
    await expect.poll(() => observer.getCurrentResult().data).toBe('the record');
    expect(observer.getCurrentResult().error).toBeNull();
    stop();
  });
});
