import { describe, expect, it } from 'vitest';
import type { RecordKey } from '@/lib/domain/ids';
import type { Draft, NoteDraft } from '@/lib/rpc/view';
import { content, framed, page, serviceScene, value } from './scene';

const NOW = Date.UTC(2026, 10, 23, 15, 0);
const anchor = { on: 'record' as const, name: null };

function logDraft(record: RecordKey, text: string): Draft {
  return {
    ...{ record, channel: 'call', outcome: null, text, at: null, durationSec: null },
    ...{ next: null, meetingAt: null, revision: 0, open: true },
  };
}

function noteDraft(record: RecordKey, text: string): NoteDraft {
  return { record, text, anchor, kind: 'plain', re: null, revision: 0 };
}

describe('a page that cannot be read', () => {
  it('still takes a call, tied to the record of its address', async () => {
    const scene = await serviceScene({ now: NOW });
    const ref = { object: 'lead' as const, api: 'Lead', remoteId: 'L1' };
    await scene.show('L1', { ref, reading: null, state: 'broken' });
    const record = scene.key('L1', 'Lead');
    const view = await scene.view();
    expect(view).toMatchObject({ state: 'cannot-read', record: null, prompt: null });
    expect(view.about).toEqual({ key: record, object: 'lead', name: null });
    value(await scene.handlers['activity.log'](scene.call(record), framed));
    const [item] = await scene.test.world.store.outbox.open();
    expect(item?.write.record).toEqual(ref);
    expect((await scene.view()).undo).not.toBeNull();
  });

  it('keeps the name that was read before, and says nothing else as read', async () => {
    const scene = await serviceScene({ now: NOW });
    const record = await scene.show('A');
    scene.test.setNow(NOW + 1000);
    await scene.show('A', { reading: null, state: 'broken' });
    const view = await scene.view();
    expect(view.about).toEqual({ key: record, object: 'deal', name: 'Deal A' });
    expect(view).toMatchObject({ record: null, readable: { read: 0 }, withThis: null });
  });

  it('is tied to its record while it shows nothing of it for a moment', async () => {
    const scene = await serviceScene({ now: NOW });
    const record = await scene.show('A');
    scene.test.setNow(NOW + 1000);
    await scene.show('A', { reading: null, state: 'waiting' });
    expect(await scene.view()).toMatchObject({ state: 'waiting', record: null, about: { key: record } });
    // Come back to later, it has to be shown again first: until then the page before may still stand there.
    scene.test.setNow(NOW + 2000);
    await scene.show('B');
    scene.test.setNow(NOW + 3000);
    await scene.show('A', { reading: null, state: 'waiting' });
    expect(await scene.view()).toMatchObject({ state: 'waiting', about: null });
  });

  it('is tied to nothing while it still loads', async () => {
    const scene = await serviceScene({ now: NOW });
    await scene.show('A', { reading: null, state: 'waiting' });
    expect(await scene.view()).toMatchObject({ state: 'waiting', about: null });
  });
});

describe('a running call', () => {
  it('shows what was typed about it, also on another record', async () => {
    const scene = await serviceScene({ now: NOW });
    const first = await scene.show('A');
    value(await scene.handlers['call.start']({ record: first, by: 'key', number: '' }, framed));
    value(await scene.handlers['draft.save'](logDraft(first, 'asks for Friday'), framed));
    scene.test.setNow(NOW + 1000);
    const second = await scene.show('B');
    value(await scene.handlers['draft.save'](logDraft(second, 'of B'), framed));
    expect((await scene.view()).draft).toMatchObject({ record: first, text: 'asks for Friday' });
    value(await scene.handlers['call.stop']({}, framed));
    expect((await scene.view()).draft).toMatchObject({ record: second, text: 'of B' });
  });

  it('is not offered by the frame of another CRM, which could not save it', async () => {
    const scene = await serviceScene({ now: NOW });
    const elsewhere = '01ARZ3NDEKTSV4RRFFQ69G5FAV/Lead/00Q1' as RecordKey;
    value(await scene.handlers['call.start']({ record: elsewhere, by: 'key', number: '' }, page));
    await scene.show('A');
    expect((await scene.view()).running).toBeNull();
    expect((await scene.view(page)).running?.record).toBe(elsewhere);
  });
});

describe('a note being written', () => {
  it('is kept apart from the log of the same record, and gone once it is left', async () => {
    const scene = await serviceScene({ now: NOW });
    const record = await scene.show('A');
    value(await scene.handlers['draft.save'](logDraft(record, 'the log'), framed));
    const saved = await scene.handlers['note.draft'](noteDraft(record, 'Ask who signs'), framed);
    expect(value(saved)).toMatchObject({ revision: 1 });
    const view = await scene.view();
    expect([view.draft?.text, view.noteDraft?.text]).toEqual(['the log', 'Ask who signs']);
    value(
      await scene.handlers['note.leave'](
        { record, anchor, kind: 'plain', text: 'Ask who signs', re: null },
        framed,
      ),
    );
    const after = await scene.view();
    expect([after.draft?.text, after.noteDraft]).toEqual(['the log', null]);
  });

  it('on a record the panel has not shown is refused', async () => {
    const scene = await serviceScene({ now: NOW });
    await scene.show('A');
    expect(await scene.handlers['note.draft'](noteDraft(scene.key('Z'), 'x'), framed)).toMatchObject({
      fault: { code: 'not-allowed' },
    });
  });

  it('that answers another stands under it, and leaves the panel with it', async () => {
    const scene = await serviceScene({ now: NOW });
    const record = await scene.show('A');
    const leave = async (text: string, re: string | null) =>
      value(
        await scene.handlers['note.leave']({ record, anchor, kind: 'plain', text, re: re as never }, framed),
      ).id;
    const asked = await leave('Who signs?', null);
    const answered = await leave('Their CFO', asked);
    await leave('Something else', null);
    expect((await scene.view()).notes.find((one) => one.id === answered)?.re).toBe(asked);
    value(await scene.handlers['note.mark']({ note: asked, mark: 'verified' }, framed));
    expect((await scene.view()).notes.map((one) => one.text)).toEqual(['Something else']);
  });
});

describe('a phone link clicked before the page was looked at', () => {
  it('names whom the call is with as soon as that is known', async () => {
    const scene = await serviceScene({ now: NOW });
    const ref = { object: 'deal' as const, api: 'Opportunity', remoteId: 'A' };
    await scene.show('A', { ref, reading: null, state: 'waiting' });
    value(await scene.handlers['content.dialled']({ ref, number: '+1 555 010 0100', at: NOW }, content));
    expect((await scene.view()).running?.name).toBe('');
    await scene.show('A');
    expect((await scene.view()).running?.name).toBe('Deal A');
  });
});
