import { describe, expect, it } from 'vitest';
import { copyDue, localDay, writeCopy } from '@/components/pages/copy/daily';
import { exportFile, exportName } from '@/components/pages/copy/export-file';
import type { Client } from '@/lib/rpc/contract';
import { handlersOf } from '@/lib/services/handlers';
import { testWorld } from '../../support/world';
import { clientOf } from '../client';

const NOON = new Date(2026, 10, 23, 12).getTime();

describe('the daily copy', () => {
  it('is due once on each day of this computer', () => {
    expect(copyDue(null, NOON)).toBe(true);
    expect(copyDue(NOON, NOON + 3_600_000)).toBe(false);
    expect(copyDue(new Date(2026, 10, 22, 23, 59).getTime(), new Date(2026, 10, 23, 0, 1).getTime())).toBe(
      true,
    );
    expect(exportName(localDay(NOON))).toBe('touchline-2026-11-23.jsonl');
  });

  it('writes nothing and says so when the browser wants to be asked again', async () => {
    const folder = { queryPermission: () => Promise.resolve('prompt') } as never;
    const call = (() => Promise.reject(new Error('must not be asked'))) as Client;
    expect(await writeCopy(call, { folder, writtenAt: null }, NOON)).toEqual({ kind: 'needs-you' });
  });

  it('says that the folder is gone', async () => {
    const { world } = await testWorld({ now: NOON });
    const folder = {
      queryPermission: () => Promise.resolve('granted'),
      getFileHandle: () => Promise.reject(new DOMException('moved', 'NotFoundError')),
    } as never;
    const outcome = await writeCopy(clientOf(handlersOf(world)), { folder, writtenAt: null }, NOON);
    expect(outcome).toEqual({ kind: 'gone' });
  });
});

describe('the export', () => {
  it('is every page of the background in one file, one row a line', async () => {
    const { world } = await testWorld({ now: NOON });
    const call = clientOf(handlersOf(world));
    await call('settings.save', { touchline: 1, me: { name: 'Dana Ruiz' } });
    const said: number[] = [];
    const file = await exportFile(call, (lines) => said.push(lines));
    if (!file.ok) throw new Error(file.fault.message);
    const text = await file.value.blob.text();
    const lines = text.trimEnd().split('\n');
    expect(lines).toHaveLength(file.value.lines);
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
    expect(text).toContain('Dana Ruiz');
    expect(said.at(-1)).toBe(file.value.lines);
  });

  it('stops with the reason when a page cannot be read', async () => {
    let asked = 0;
    const call = (() => {
      asked += 1;
      return Promise.resolve(
        asked === 1
          ? { ok: true, value: { lines: ['{}'], next: 'more' } }
          : { ok: false, fault: { code: 'updated', message: 'closed', retry: false } },
      );
    }) as unknown as Client;
    const file = await exportFile(call, () => undefined);
    expect(file).toMatchObject({ ok: false, fault: { code: 'updated' } });
  });
});
