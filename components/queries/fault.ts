import type { Fault, Result } from '@/lib/domain/result';

/** A fault on its way through TanStack Query, which knows failures only as thrown errors. */
export class FaultError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.name = 'FaultError';
    this.fault = fault;
  }
}

/** The value, or a throw that TanStack Query keeps as the query's error. */
export function unwrap<T>(result: Result<T, Fault>): T {
  if (!result.ok) throw new FaultError(result.fault);
  return result.value;
}

/** The message key that words an error for people. */
export function faultCode(error: unknown): Fault['code'] {
  return error instanceof FaultError ? error.fault.code : 'bug';
}
