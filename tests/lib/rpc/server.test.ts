import { describe, expect, it } from 'vitest';
import { failed, ok } from '@/lib/domain/result';
import type { Envelope } from '@/lib/rpc/call';
import { contract, type Handlers, type Method } from '@/lib/rpc/contract';
import { answer, isMessage, type Message } from '@/lib/rpc/server';

const page: Envelope = { caller: 'page', tabId: null, documentId: null, origin: null };
const framed: Envelope = { caller: 'framed', tabId: 1, documentId: 'f', origin: null };
const content: Envelope = { caller: 'content', tabId: 1, documentId: 'c', origin: null };

/** Handlers of which only those given do anything: being reached unexpectedly is an error. */
function handlers(given: Record<string, (input: unknown, from: Envelope) => unknown>): Handlers {
  const unexpected = Object.keys(contract).map((method) => [
    method,
    () => Promise.reject(new Error('not to be reached')),
  ]);
  return { ...Object.fromEntries(unexpected), ...given } as Handlers;
}

async function send(
  message: Partial<Message>,
  from: Envelope,
  given: Parameters<typeof handlers>[0] = {},
): Promise<{ result: unknown; topics: readonly string[] }> {
  const topics: string[] = [];
  const result = await answer(
    handlers(given),
    { touchline: 1, method: '', input: {}, ...message },
    from,
    (changed) => topics.push(...changed),
  );
  return { result, topics };
}

describe('the background, called', () => {
  it.each([null, 'x', {}, { touchline: 2, method: 'goal.list' }, { touchline: 1 }])(
    'does not take %j for a call',
    (value) => expect(isMessage(value)).toBe(false),
  );

  it.each(['no.such', 'toString', '__proto__', 'constructor', ''])('knows no call %j', async (method) => {
    const { result } = await send({ method }, page);
    expect(result).toMatchObject({ ok: false, fault: { code: 'bad-input' } });
  });

  it('refuses every call to every caller that it does not name', async () => {
    for (const [method, { callers }] of Object.entries(contract))
      for (const from of [page, framed, content]) {
        if ((callers as readonly string[]).includes(from.caller)) continue;
        const { result } = await send({ method }, from);
        expect(result, `${method} by ${from.caller}`).toMatchObject({ fault: { code: 'not-allowed' } });
      }
  });

  it('leaves administration, the log and the data to our own pages', () => {
    const forFrames = Object.entries(contract).flatMap(([method, { callers }]) =>
      (callers as readonly string[]).includes('framed') ? [method] : [],
    );
    for (const method of forFrames)
      expect(method).not.toMatch(/^(data|settings\.save|crm\.(add|remove)|goal\.(save|archive))/);
  });

  it('says what is wrong with an input, and does not run the handler', async () => {
    const { result, topics } = await send({ method: 'goal.archive', input: { goal: 'x' } }, page);
    expect(result).toMatchObject({ fault: { code: 'bad-input', message: expect.stringMatching(/goal/) } });
    expect(topics).toEqual([]);
  });

  it('refuses what the contract does not name', async () => {
    const { result } = await send({ method: 'goal.list', input: { more: 1 } }, page);
    expect(result).toMatchObject({ fault: { code: 'bad-input' } });
  });

  it('makes a value of what a handler throws', async () => {
    const boom = () => Promise.reject(new Error('boom'));
    const { result } = await send({ method: 'goal.list' }, page, { 'goal.list': boom });
    expect(result).toMatchObject({ fault: { code: 'bug', message: expect.stringMatching(/boom/) } });
  });

  it('makes a value of what a handler throws before its first await', async () => {
    const { result } = await send({ method: 'goal.list' }, page, {
      'goal.list': () => {
        throw new Error('at once');
      },
    });
    expect(result).toMatchObject({ fault: { code: 'bug' } });
  });

  it('tells a full disk from a bug, also inside another error', async () => {
    const full = Object.assign(new Error('aborted'), {
      name: 'AbortError',
      inner: { name: 'QuotaExceededError' },
    });
    const { result } = await send({ method: 'goal.list' }, page, { 'goal.list': () => Promise.reject(full) });
    expect(result).toMatchObject({ fault: { code: 'storage-full', retry: true } });
  });

  it('says what changed after success only', async () => {
    const method: Method = 'call.stop';
    expect((await send({ method }, page, { [method]: async () => ok({ done: true }) })).topics).toEqual([
      'view',
    ]);
    expect((await send({ method }, page, { [method]: async () => failed('bug', 'no') })).topics).toEqual([]);
  });

  it('hands the id of the call on, and nothing that is none', async () => {
    const seen: unknown[] = [];
    const keep = async (_: unknown, from: Envelope) => (seen.push(from.request), ok({ done: true }));
    const request = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    await send({ method: 'call.stop', request }, page, { 'call.stop': keep });
    await send({ method: 'call.stop', request: { evil: 1 } }, page, { 'call.stop': keep });
    expect(seen).toEqual([request, undefined]);
  });
});
