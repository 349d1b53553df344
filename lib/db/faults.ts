import { failed } from '../domain/result.ts';
import { storageFault } from '../domain/storage-fault.ts';

/** A failed write as a value: the disk and a database taken over by an update are told apart from bugs. */
export function faultOf(error: unknown): ReturnType<typeof failed> {
  return (
    storageFault(error) ??
    failed('bug', error instanceof Error ? `${error.name}: ${error.message}` : String(error))
  );
}
