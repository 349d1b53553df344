const tails = new Map<string, Promise<unknown>>();

/**
 * Runs what belongs to one name one after the other. Reports of a tab overtake each other otherwise: a slow "read A"
 * would land after a quick "waiting for B" and leave the panel on the wrong record.
 */
export function inOrder<T>(name: string, run: () => Promise<T>): Promise<T> {
  const tail = tails.get(name) ?? Promise.resolve();
  const next = tail.then(run, run);
  tails.set(name, next);
  void next
    .finally(() => {
      if (tails.get(name) === next) tails.delete(name);
    })
    .catch(() => undefined);
  return next;
}
