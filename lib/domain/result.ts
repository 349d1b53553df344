/** What can go wrong at a border. The code is for programs, the message key for people. */
export type FaultCode =
  | 'bad-input'
  | 'not-allowed'
  | 'not-found'
  | 'conflict'
  | 'storage-full'
  /** The browser's own storage does not answer: mostly a full disk, else a broken or write-protected one. */
  | 'storage-failed'
  | 'too-new'
  | 'offline'
  | 'crm-refused'
  | 'not-signed-in'
  | 'updated'
  | 'bug';

export interface Fault {
  readonly code: FaultCode;
  /** Plain English for logs and for developers; screens word the code themselves. */
  readonly message: string;
  /** True when the same call may succeed later without any change by the user. */
  readonly retry: boolean;
}

export type Result<T, F = Fault> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: F };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function failed(
  code: FaultCode,
  message: string,
  retry = false,
): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault: { code, message, retry } };
}
