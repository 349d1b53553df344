import { eventIdSchema } from '../domain/ids.ts';
import { failed, type Fault, type Result } from '../domain/result.ts';
import { storageFault } from '../domain/storage-fault.ts';
import type { Call, Envelope, Topic } from './call.ts';
import { contract, type Handlers, type Method } from './contract.ts';

/** What travels from a page to the background. */
export interface Message {
  readonly touchline: 1;
  readonly method: string;
  readonly input: unknown;
  /** The same for every repeat of one call. */
  readonly request?: unknown;
}

export function isMessage(value: unknown): value is Message {
  return (
    typeof value === 'object' &&
    value !== null &&
    'touchline' in value &&
    value.touchline === 1 &&
    'method' in value
  );
}

/**
 * One message, in this order: known method, caller allowed, input parses, handler. A broken handler becomes a
 * fault with a reason; it never reaches the page as an exception.
 */
export async function answer(
  handlers: Handlers,
  message: Message,
  from: Envelope,
  changed: (topics: readonly Topic[]) => void,
): Promise<Result<unknown, Fault>> {
  if (typeof message.method !== 'string' || !Object.hasOwn(contract, message.method))
    return failed('bad-input', 'no such call');
  const method = message.method as Method;
  const call: Call = contract[method];
  if (!call.callers.includes(from.caller))
    return failed('not-allowed', `${method} is not for ${from.caller}`);
  const input = call.input.safeParse(message.input);
  if (!input.success) {
    const issue = input.error.issues[0];
    return failed('bad-input', `${method}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
  }
  try {
    const handle = handlers[method] as (input: unknown, from: Envelope) => Promise<Result<unknown, Fault>>;
    const request = eventIdSchema.safeParse(message.request);
    const result = await handle(input.data, { ...from, request: request.success ? request.data : undefined });
    if (result.ok && call.changes) changed(call.changes);
    return result;
  } catch (error) {
    const bug = error instanceof Error ? `${method}: ${error.message}` : method;
    return storageFault(error) ?? failed('bug', bug);
  }
}
