import { failed } from '../domain/result.ts';

/** A failed write as a value: a full disk and a database taken over by an update are told apart from bugs. */
export function faultOf(error: unknown): ReturnType<typeof failed> {
  const names = namesIn(error);
  if (names.includes('QuotaExceededError'))
    return failed('storage-full', 'the disk or its quota is full', true);
  if (names.includes('DatabaseClosedError'))
    return failed('updated', 'the database was closed for a newer version', true);
  return failed('bug', error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}

/** Names of an error and of those it wraps: Dexie hides the browser's own in `inner` or in a bulk's `failures`. */
function namesIn(error: unknown, depth = 0): readonly string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const { name, inner, cause, failures } = error as Record<string, unknown>;
  const wrapped = [inner, cause, ...(Array.isArray(failures) ? failures.slice(0, 3) : [])];
  return [String(name), ...wrapped.flatMap((one) => namesIn(one, depth + 1))];
}
