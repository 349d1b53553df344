import { failed } from './result.ts';

/** What browsers say when the disk under their database gives way, at a commit as well as at opening. */
const DISK = ['UnknownError', 'TimeoutError', 'AbortError', 'OpenFailedError', 'InvalidStateError'];

/** Why a database did not do it, told apart from bugs; null when the error is none of a database. */
export function storageFault(error: unknown): ReturnType<typeof failed> | null {
  const names = namesIn(error);
  if (names.includes('QuotaExceededError'))
    return failed('storage-full', 'the disk or its quota is full', true);
  if (names.includes('DatabaseClosedError'))
    return failed('updated', 'the database was closed for a newer version', true);
  if (names.some((name) => DISK.includes(name)))
    return failed('storage-failed', `the database does not answer: ${String(error)}`, true);
  return null;
}

/** Names of an error and of those it wraps: Dexie hides the browser's own in `inner` or in a bulk's `failures`. */
function namesIn(error: unknown, depth = 0): readonly string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const { name, inner, cause, failures } = error as Record<string, unknown>;
  const wrapped = [inner, cause, ...(Array.isArray(failures) ? failures.slice(0, 3) : [])];
  return [String(name), ...wrapped.flatMap((one) => namesIn(one, depth + 1))];
}
