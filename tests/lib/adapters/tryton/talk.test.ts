import { describe, expect, it } from 'vitest';
import type { Reach } from '@/lib/adapters/contract';
import {
  call,
  databaseOf,
  dayOfWire,
  decimalOfWire,
  instantOfWire,
  wireDate,
  wireDateTime,
} from '@/lib/adapters/tryton/talk';

interface Asked {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

/** A page of a Tryton that answers one thing. Real ones are asked in tests/e2e; Tryton 8 is in no Debian. */
function pageOf(kept: object | null, answer: () => Response): { reach: Reach; asked: Asked[] } {
  const asked: Asked[] = [];
  const reach: Reach = {
    base: 'https://erp.example',
    tenant: 'my db',
    async fetch(path, init) {
      asked.push({ path, headers: init?.headers ?? {}, body: JSON.parse(init?.body ?? 'null') });
      return answer();
    },
    stored: (area, key) =>
      area === 'local' && key === 'sao_session_my db' && kept ? JSON.stringify(kept) : null,
  };
  return { reach, asked };
}

const json = (body: unknown) => () => Response.json(body);

describe('a call to Tryton', () => {
  it('carries the session in a header up to Tryton 7, also for a name beyond ASCII', async () => {
    const { reach, asked } = pageOf(
      { login: '지우', user_id: 3, session: 'abc' },
      json({ id: 1, result: 7 }),
    );
    expect(await call(reach, 'model.x.y', [1])).toEqual({ ok: true, value: 7 });
    expect(asked[0]?.path).toBe('/my%20db/');
    expect(asked[0]?.headers['Authorization']).toBe(
      `Session ${Buffer.from('지우:3:abc').toString('base64')}`,
    );
    expect(asked[0]?.body).toEqual({ id: 1, method: 'model.x.y', params: [1] });
  });

  it('goes to Tryton 8’s address and leaves the session to its cookie', async () => {
    const { reach, asked } = pageOf(
      { login: 'ann', user_id: 3, bus_url_host: null },
      json({ id: 1, result: [] }),
    );
    await call(reach, 'model.x.y', []);
    expect(asked[0]?.path).toBe('/my%20db/rpc/');
    expect(asked[0]?.headers).not.toHaveProperty('Authorization');
  });

  it('finds the one database signed in to when the address named none, and none among several', () => {
    const kept = (...names: string[]): Reach => ({
      ...pageOf(null, json({})).reach,
      tenant: 'https://erp.example',
      stored(area, key) {
        if (area !== 'local') return null;
        if (key === 'sao_device_cookies') return JSON.stringify({ old: {}, crm: {}, test: {} });
        return names.some((name) => key === `sao_session_${name}`) ? '{}' : null;
      },
    });
    expect(databaseOf(kept('crm'))).toBe('crm');
    expect(databaseOf(kept('crm', 'test'))).toBeNull();
    expect(databaseOf(kept())).toBeNull();
    expect(databaseOf(pageOf(null, json({})).reach)).toBe('my db');
  });

  it.each([
    [['UserError', ['You may not.', 'Ask Kim.', null]], 'refused', 'You may not. Ask Kim.'],
    [['UserWarning', ['name.of.warning', 'Sure?', '']], 'refused', 'Sure?'],
    [['ConcurrencyException', 'Record modified'], 'busy', 'Somebody else is saving this record.'],
    [["'nosuch'", 'Traceback (most recent call last) …'], 'refused', "'nosuch'"],
  ])('tells the refusal %j', async (error, code, message) => {
    const { reach } = pageOf({ login: 'ann', user_id: 3, session: 'abc' }, json({ id: 1, error }));
    expect(await call(reach, 'm', [])).toMatchObject({ ok: false, fault: { code, message } });
  });

  it.each([
    [401, 'not-signed-in', false],
    [403, 'refused', false],
    [404, 'unsupported', false],
    [429, 'busy', true],
    [503, 'busy', true],
  ])('tells status %i', async (status, code, retry) => {
    const { reach } = pageOf(null, () => new Response('<html>', { status }));
    expect(await call(reach, 'm', [])).toMatchObject({ ok: false, fault: { code, retry } });
  });

  it('takes a login page in place of an answer for no answer', async () => {
    const { reach } = pageOf(null, () => new Response('<!doctype html><title>Sign in</title>'));
    expect((await call(reach, 'm', [])).ok).toBe(false);
  });
});

describe('values on the wire', () => {
  it('go there and come back', () => {
    expect(dayOfWire(wireDate('2026-02-03'))).toBe('2026-02-03');
    const at = Date.parse('2026-02-03T04:05:06Z');
    expect(instantOfWire(wireDateTime(at))).toBe(at);
    expect(decimalOfWire({ __class__: 'Decimal', decimal: '12000.00' })).toBe('12000.00');
  });

  it('are null when empty or something else', () => {
    for (const nothing of [null, undefined, '', {}, { __class__: 'timedelta', seconds: 1 }]) {
      expect([dayOfWire(nothing), instantOfWire(nothing), decimalOfWire(nothing)]).toEqual([
        null,
        null,
        null,
      ]);
    }
  });
});
