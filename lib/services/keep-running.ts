/**
 * One running background for everybody who asks. When it is over (it could not start, or has lost its database), the
 * next to ask starts it again and all others wait for that: nobody has to wait for the worker to die first.
 */
export function keepRunning<R>(start: () => Promise<R>, isOver: (running: R) => boolean): () => Promise<R> {
  let current = start();
  return async () => {
    const seen = current;
    const running = await seen;
    if (!isOver(running)) return running;
    if (current === seen) current = start();
    return current;
  };
}
