import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ulid } from 'ulid';
import { salesforceApi } from '@/lib/adapters/salesforce/api';
import type { EventId } from '@/lib/domain/ids';
import type { RawReading } from '@/lib/domain/record';
import type { Envelope } from '@/lib/rpc/call';
import type { Handlers, Parsed } from '@/lib/rpc/contract';
import { handlersOf } from '@/lib/services/handlers';
import { flush } from '@/lib/services/outbox';
import { applySeed } from '@/lib/services/seed';
import { startPracticeCrm, type PracticeCrm } from '../../practice-crm/server';
import { repSeed } from '../../support/scene';
import { testWorld, type TestWorld } from '../../support/world';

const NOW = Date.UTC(2026, 10, 23, 15, 0);
const TAB = 7;
const content: Envelope = { caller: 'content', tabId: TAB, documentId: 'top', origin: null };
const framed: Envelope = { caller: 'framed', tabId: TAB, documentId: 'frame', origin: null };

describe('a call, from the page to the CRM', () => {
  let crm: PracticeCrm;
  let test: TestWorld;
  let handlers: Handlers;
  let record: Parsed<'activity.log'>['record'];

  beforeEach(async () => {
    crm = await startPracticeCrm({ now: new Date(NOW) });
    const cookie = crm.signIn();
    const base = crm.url.replace(/\/$/, '');
    test = await testWorld({
      now: NOW,
      api: salesforceApi,
      reach: {
        ...{ base, tenant: base },
        fetch: (path, init) => fetch(`${base}${path}`, { ...init, headers: { ...init?.headers, cookie } }),
        stored: () => null,
      },
      managed: repSeed({ url: base, me: { id: crm.state.known.me, name: 'Alex Morgan' } }),
    });
    await applySeed(test.world);
    handlers = handlersOf(test.world);
    test.openTabs.set(TAB, crm.url);
    const url = crm.recordUrl(crm.state.known.deal);
    const hello = await handlers['content.hello']({ url, kind: 'salesforce' }, content);
    if (!hello.ok || hello.value.state !== 'welcome') throw new Error('not welcome');
    expect((await handlers['panel.redeem']({ ticket: hello.value.ticket }, framed)).ok).toBe(true);
    const ref = { object: 'deal' as const, api: 'Opportunity', remoteId: crm.state.known.deal };
    const reading: RawReading = {
      ...{ ref, adapter: 'salesforce', revision: 1, source: 'page', expected: ['name'], fallbacks: [] },
      ...{ language: 'en', locale: null, zone: null, fields: { name: { text: 'Northwind – platform' } } },
    };
    const seen = { url, ref, reading, state: 'read' as const, dark: false, at: NOW };
    const signedIn = { remoteId: crm.state.known.me, name: 'Alex Morgan', aliases: [] };
    expect((await handlers['content.observed']({ ...seen, signedIn }, content)).ok).toBe(true);
    const view = await handlers['panel.view']({}, framed);
    if (!view.ok || !view.value.record) throw new Error('no record');
    record = view.value.record.key;
    await expect.poll(() => test.carried.some((one) => one.operation === 'whoami')).toBe(true);
  });
  afterEach(() => crm.close());

  function call(more: Partial<Parsed<'activity.log'>> = {}): Parsed<'activity.log'> {
    return {
      ...{ id: ulid() as EventId, record, channel: 'call', direction: 'out', outcome: 'no-answer', text: '' },
      ...{ at: NOW, durationSec: null, next: null, meetingAt: null, armedBy: 'key' },
      ...more,
    };
  }
  const dials = async () => {
    const view = await handlers['panel.view']({}, framed);
    return view.ok ? view.value.progress[0]?.figure.value : null;
  };
  const tasks = () =>
    crm.state.requests.filter((one) => one.method === 'POST' && one.path.endsWith('/sobjects/Task')).length;

  it('counts at once, and once, however often the same act is sent', async () => {
    const act = call();
    await handlers['activity.log'](act, framed);
    await handlers['activity.log'](act, framed);
    expect(await dials()).toBe(1);
  });

  it('is refused to a frame without a ticket', async () => {
    const answer = await handlers['activity.log'](call(), { ...framed, documentId: 'another' });
    expect(answer).toMatchObject({ ok: false, fault: { code: 'not-allowed' } });
  });

  it('takes everything back within ten seconds, and nothing reaches the CRM', async () => {
    const act = call();
    await handlers['activity.log'](act, framed);
    expect((await handlers['activity.undo']({ id: act.id }, framed)).ok).toBe(true);
    expect(await dials()).toBe(0);
    test.setNow(NOW + 60_000);
    await flush(test.world);
    expect(tasks()).toBe(0);
  });

  it('leaves no earlier than its undo ends', async () => {
    await handlers['activity.log'](call(), framed);
    test.setNow(NOW + 9_000);
    await flush(test.world);
    expect(tasks()).toBe(0);
    test.setNow(NOW + 11_000);
    await flush(test.world);
    expect(tasks()).toBe(1);
  });

  it('is in the CRM once when the answer to the first write was lost', async () => {
    crm.setOptions({ rejectAfterWrite: 'drop', rejectTimes: 1 });
    await handlers['activity.log'](call(), framed);
    test.setNow(NOW + 11_000);
    await flush(test.world);
    test.setNow(NOW + 3_600_000);
    await flush(test.world);
    await flush(test.world);
    expect(tasks()).toBe(1);
    expect(await test.world.store.outbox.open()).toEqual([]);
  });

  it('waits while no tab of the CRM is open, and says so', async () => {
    test.openTabs.clear();
    await handlers['activity.log'](call(), framed);
    test.setNow(NOW + 11_000);
    await flush(test.world);
    const [item] = await test.world.store.outbox.open();
    expect(item).toMatchObject({ state: 'queued', waitingFor: 'open-tab' });
  });

  it('is not written as somebody else who signed in meanwhile', async () => {
    await handlers['activity.log'](call(), framed);
    crm.setOptions({ signedInAs: crm.state.known.sdr });
    test.setNow(NOW + 11_000);
    await flush(test.world);
    expect(tasks()).toBe(0);
    expect((await test.world.store.outbox.open())[0]).toMatchObject({ waitingFor: 'sign-in' });
  });

  it("shows the CRM's own words when it refuses", async () => {
    const body = [
      { message: 'A call needs a reason.', errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: [] },
    ];
    await handlers['activity.log'](call(), framed);
    crm.setOptions({ apiFailure: { status: 400, body, times: 9 } });
    test.setNow(NOW + 11_000);
    await flush(test.world);
    const [item] = await test.world.store.outbox.open();
    expect(`${item?.state} ${item?.why}`).toMatch(/A call needs a reason/);
  });
});
