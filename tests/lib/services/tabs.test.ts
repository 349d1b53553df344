import { describe, expect, it } from 'vitest';
import type { Envelope } from '@/lib/rpc/call';
import { ALEX, BASE, content, framed, page, readingOf, serviceScene, TAB, value } from './scene';

const NOW = Date.UTC(2026, 10, 23, 15, 0);
const refused = { ok: false, fault: { code: 'not-allowed' } };

async function ticketFor(scene: Awaited<ReturnType<typeof serviceScene>>, from: Envelope = content) {
  const hello = value(
    await scene.handlers['content.hello']({ url: `${BASE}/one`, kind: 'salesforce' }, from),
  );
  return hello.state === 'welcome' ? hello.ticket : 'none';
}

describe('a frame and its ticket', () => {
  const evil: Envelope = { ...framed, documentId: 'evil' };

  it('may ask nothing at all without one', async () => {
    const scene = await serviceScene({ now: NOW });
    const record = await scene.show('A');
    for (const [method, handle] of Object.entries(scene.handlers)) {
      if (method === 'panel.redeem') continue;
      expect(
        await (handle as (input: unknown, from: Envelope) => unknown)({ record }, evil),
        method,
      ).toMatchObject(refused);
    }
    expect(await scene.handlers['panel.redeem']({ ticket: 'guessed' }, evil)).toMatchObject(refused);
  });

  it('is taken once, and only by one of two that ask at the same moment', async () => {
    const scene = await serviceScene({ now: NOW });
    const ticket = await ticketFor(scene);
    const answers = await Promise.all(
      ['one', 'two'].map((documentId) =>
        scene.handlers['panel.redeem']({ ticket }, { ...framed, documentId }),
      ),
    );
    expect(answers.filter((one) => one.ok)).toHaveLength(1);
  });

  it('is taken again by the same frame whose answer was lost', async () => {
    const scene = await serviceScene({ now: NOW });
    const ticket = await ticketFor(scene);
    const from = { ...framed, documentId: 'slow' };
    expect((await scene.handlers['panel.redeem']({ ticket }, from)).ok).toBe(true);
    expect((await scene.handlers['panel.redeem']({ ticket }, from)).ok).toBe(true);
  });

  it('ends after a minute, and is worth nothing in another tab', async () => {
    const scene = await serviceScene({ now: NOW });
    const old = await ticketFor(scene);
    scene.test.setNow(NOW + 60_000);
    expect(await scene.handlers['panel.redeem']({ ticket: old }, evil)).toMatchObject(refused);
    const other = await ticketFor(scene);
    expect(await scene.handlers['panel.redeem']({ ticket: other }, { ...evil, tabId: 8 })).toMatchObject(
      refused,
    );
  });

  it('does not let a frame write about a record its tab has not shown', async () => {
    const scene = await serviceScene({ now: NOW });
    await scene.show('A');
    const answer = await scene.handlers['activity.log'](scene.call(scene.key('B')), framed);
    expect(answer).toMatchObject(refused);
  });

  it('lets a frame log the call that runs, begun in another tab', async () => {
    const scene = await serviceScene({ now: NOW });
    await scene.show('B');
    value(await scene.handlers['call.start']({ record: scene.key('A'), by: 'key', number: '' }, page));
    expect((await scene.handlers['activity.log'](scene.call(scene.key('A')), framed)).ok).toBe(true);
  });

  it('follows a record that was merged into another one', async () => {
    const scene = await serviceScene({ now: NOW });
    await scene.show('A');
    await scene.test.world.store.records.alias(scene.key('A'), scene.key('Z'));
    const act = scene.call(scene.key('A'));
    value(await scene.handlers['activity.log'](act, framed));
    expect((await scene.handlers['activity.undo']({ id: act.id }, framed)).ok).toBe(true);
  });
});

describe('what a tab shows', () => {
  it('never is the record before, when the page has moved on while the first was slowly read', async () => {
    const scene = await serviceScene({ now: NOW });
    const put = scene.test.world.store.records.put.bind(scene.test.world.store.records);
    const records = scene.test.world.store.records as { put: typeof put };
    records.put = async (snapshot) => {
      await new Promise((resolve) => setTimeout(resolve, 40));
      await put(snapshot);
    };
    const slow = scene.show('A');
    const quick = scene.show('B', { state: 'waiting', reading: null, at: NOW + 1 });
    await Promise.all([slow, quick]);
    expect(await scene.view()).toMatchObject({ state: 'waiting', record: null });
  });

  it('is not turned back by news that was told again and arrived late', async () => {
    const scene = await serviceScene({ now: NOW });
    scene.test.setNow(NOW + 5000);
    await scene.show('B', { at: NOW + 2000 });
    await scene.show('A', { at: NOW + 1000 });
    expect((await scene.view()).record?.remoteId).toBe('B');
  });

  it('goes on after the clock was set back', async () => {
    const scene = await serviceScene({ now: NOW });
    await scene.show('A');
    scene.test.setNow(NOW - 3_600_000);
    await scene.show('B');
    expect((await scene.view()).record?.remoteId).toBe('B');
  });

  it('is not the record before when the disk is full', async () => {
    const scene = await serviceScene({ now: NOW });
    await scene.show('A');
    const records = scene.test.world.store.records as { put: unknown };
    records.put = () => Promise.reject(new Error('QuotaExceededError'));
    await expect(scene.show('B')).rejects.toThrow(/Quota/);
    const view = await scene.view();
    expect(view.state).toBe('cannot-read');
    expect(view.record).toBeNull();
  });

  it('is not believed about another origin than the browser names', async () => {
    const scene = await serviceScene({ now: NOW });
    const elsewhere = { ...content, origin: 'https://evil.example' };
    await expect(scene.show('A', {}, elsewhere)).rejects.toThrow(/not-allowed/);
    const hello = await scene.handlers['content.hello'](
      { url: `${BASE}/one`, kind: 'salesforce' },
      elsewhere,
    );
    expect(hello).toMatchObject({ value: { state: 'stranger' } });
  });

  it('is refused when the reading is of another record than the address', async () => {
    const scene = await serviceScene({ now: NOW });
    await expect(scene.show('A', { reading: readingOf('B') })).rejects.toThrow(/bad-input/);
  });

  it('keeps the clicked record of a phone link', async () => {
    const scene = await serviceScene({ now: NOW });
    await scene.show('B');
    const ref = { object: 'deal' as const, api: 'Opportunity', remoteId: 'A' };
    value(await scene.handlers['content.dialled']({ ref, number: '+1 555', at: NOW + 999_999 }, content));
    expect((await scene.view()).running).toMatchObject({ record: scene.key('A'), startedAt: NOW });
  });
});

describe('who is signed in', () => {
  const SAM = { remoteId: 'u-sam', name: 'Sam', aliases: [] };

  it('is asked, answered once, and then known', async () => {
    const scene = await serviceScene({ now: NOW, iAm: null });
    const record = await scene.show('A');
    expect((await scene.view()).identity).toBe('ask');
    expect(await scene.handlers['activity.log'](scene.call(record), framed)).toMatchObject({
      fault: { code: 'not-signed-in' },
    });
    const answer = { instance: scene.instance, remoteId: ALEX.remoteId, mine: true };
    value(await scene.handlers['identity.confirm'](answer, framed));
    expect((await scene.view()).identity).toBe('known');
    expect((await scene.handlers['activity.log'](scene.call(record), framed)).ok).toBe(true);
  });

  it('changes under us: nothing is counted, neither from the frame nor from the side panel', async () => {
    const scene = await serviceScene({ now: NOW });
    const record = await scene.show('A');
    scene.test.setNow(NOW + 1000);
    await scene.show('A', { signedIn: SAM });
    for (const from of [framed, page])
      expect(await scene.handlers['activity.log'](scene.call(record), from)).toMatchObject({
        fault: { code: 'not-signed-in' },
      });
  });

  it('changes under us: nothing of mine is shown', async () => {
    const scene = await serviceScene({ now: NOW });
    const record = await scene.show('A');
    const anchor = { on: 'record' as const, name: null };
    value(
      await scene.handlers['note.leave']({ record, anchor, kind: 'plain', text: 'mine', re: null }, framed),
    );
    expect((await scene.view()).notes).toHaveLength(1);
    await scene.show('A', { signedIn: SAM });
    expect(await scene.view()).toMatchObject({ identity: 'ask', notes: [], progress: [], lastTouch: null });
  });

  it('may be somebody else, and stays so', async () => {
    const scene = await serviceScene({ now: NOW });
    await scene.show('A', { signedIn: SAM });
    const answer = { instance: scene.instance, remoteId: SAM.remoteId, mine: false };
    value(await scene.handlers['identity.confirm'](answer, framed));
    expect((await scene.view()).identity).toBe('somebody-else');
  });

  it('is not answered by a frame for the CRM of another tab', async () => {
    const scene = await serviceScene({ now: NOW });
    const other = '01ARZ3NDEKTSV4RRFFQ69G5FAV' as typeof scene.instance;
    const answer = { instance: other, remoteId: 'x', mine: true };
    expect(await scene.handlers['identity.confirm'](answer, framed)).toMatchObject(refused);
    expect(TAB).toBe(framed.tabId);
  });
});
