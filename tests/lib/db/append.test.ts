import { describe, expect, it } from 'vitest';
import { call, DAY, day, eventId, lead, ME, meaning, newDisk, open, other, withdraw } from './support';

const NEXT = day('2026-07-16');

describe('append', () => {
  it('writes events with gapless numbers, private rows, rollups and outbox together', async () => {
    const store = await open();
    const before = await store.revision();
    expect(
      await store.log.append({
        events: [call(1, { record: lead('a') }), call(2, { body: { prospect: lead('b') } })],
        privates: [
          {
            event: eventId(1),
            record: lead('a'),
            prospect: null,
            day: DAY,
            text: 'busy',
            who: 'Dana',
            phone: '1',
          },
        ],
      }),
    ).toEqual({ ok: true, value: { added: 2 } });
    expect(await store.metrics.tally('dials', ME, DAY, NEXT)).toEqual({ '': 2 });
    expect(await store.metrics.members('prospects-worked', ME, DAY, NEXT)).toBe(1);
    expect((await store.log.event(eventId(2)))?.seq).toBe(2);
    expect((await store.log.event(eventId(1)))?.device).toBe(store.device);
    expect((await store.log.private(eventId(1)))?.text).toBe('busy');
    expect(await store.revision()).toBeGreaterThan(before);
  });

  it('counts the same act sent twice once, and leaves a draft begun since alone', async () => {
    const store = await open();
    await store.shelf.put(`draft:${lead('a')}`, { text: 'first' });
    const act = { events: [call(1)], dropDrafts: [{ name: `draft:${lead('a')}`, upTo: 0 }] };
    await store.log.append(act);
    expect(await store.shelf.get(`draft:${lead('a')}`)).toBeUndefined();
    await store.shelf.put(`draft:${lead('a')}`, { text: 'second' });
    expect(await store.log.append(act)).toEqual({ ok: true, value: { added: 0 } });
    expect(await store.metrics.tally('dials', ME, DAY, NEXT)).toEqual({ '': 1 });
    expect(await store.shelf.get(`draft:${lead('a')}`)).toEqual({ text: 'second' });
    await store.log.append({ events: [call(2)] });
    expect((await store.log.event(eventId(2)))?.seq).toBe(2);
  });

  it('takes tallies back when an act is corrected or withdrawn', async () => {
    const store = await open();
    await store.log.append({ events: [call(1, { body: { prospect: lead('a') } }), call(2)] });
    await store.log.append({
      events: [call(3, { supersedes: eventId(1), body: { meaning: meaning({ connect: true }) } })],
    });
    expect(await store.metrics.tally('dials', ME, DAY, NEXT)).toEqual({ '': 2 });
    expect(await store.metrics.tally('connects', ME, DAY, NEXT)).toEqual({ '': 1 });
    expect(await store.metrics.members('prospects-worked', ME, DAY, NEXT)).toBe(0);
    await store.log.append({ events: [withdraw(4, 3)] });
    expect(await store.metrics.tally('dials', ME, DAY, NEXT)).toEqual({ '': 1 });
    expect(await store.metrics.tally('connects', ME, DAY, NEXT)).toEqual({});
  });

  it('keeps a member as long as one act is behind it', async () => {
    const store = await open();
    await store.log.append({
      events: [call(1, { body: { prospect: lead('a') } }), call(2, { body: { prospect: lead('a') } })],
    });
    await store.log.append({ events: [withdraw(3, 1)] });
    expect(await store.metrics.members('prospects-worked', ME, DAY, NEXT)).toBe(1);
    await store.log.append({ events: [withdraw(4, 2)] });
    expect(await store.metrics.members('prospects-worked', ME, DAY, NEXT)).toBe(0);
  });

  it('is still there after a restart, and goes on with the same device and numbers', async () => {
    const disk = newDisk();
    const first = await open(disk);
    await first.log.append({ events: [call(1)] });
    const second = await open(disk);
    expect(second.device).toBe(first.device);
    await second.log.append({ events: [call(2)] });
    expect((await second.log.event(eventId(2)))?.seq).toBe(2);
    expect(await second.metrics.tally('dials', ME, DAY, NEXT)).toEqual({ '': 2 });
  });
});

describe('what is open', () => {
  it('knows the open next step of a record: the newest, until it is closed', async () => {
    const store = await open();
    const step = { kind: 'call' as const, day: NEXT, at: null, zone: 'Europe/London' };
    await store.log.append({ events: [other(1, 'nextstep.set', step, { record: lead('a') })] });
    expect((await store.log.openSteps(ME, NEXT)).map((one) => one.id)).toEqual([eventId(1)]);
    expect(await store.log.openSteps(ME, DAY)).toEqual([]);
    await store.log.append({ events: [other(2, 'nextstep.set', step, { record: lead('a') })] });
    expect((await store.log.openSteps(ME, NEXT)).map((one) => one.id)).toEqual([eventId(2)]);
    await store.log.append({
      events: [other(3, 'nextstep.closed', { how: 'done' }, { record: lead('a'), supersedes: eventId(2) })],
    });
    expect(await store.log.openSteps(ME, NEXT)).toEqual([]);
  });

  it('opens the step before again when the newest is taken back', async () => {
    const store = await open();
    const step = { kind: 'call' as const, day: NEXT, at: null, zone: 'Europe/London' };
    const on = { record: lead('a') };
    await store.log.append({
      events: [other(1, 'nextstep.set', step, on), other(2, 'nextstep.set', step, on)],
    });
    await store.log.append({ events: [withdraw(3, 2)] });
    expect((await store.log.openSteps(ME, NEXT)).map((one) => one.id)).toEqual([eventId(1)]);
    await store.log.append({ events: [other(4, 'nextstep.closed', { how: 'dropped' }, on)] });
    expect(await store.log.openSteps(ME, NEXT)).toEqual([]);
  });

  it('does not ask about a meeting whose answer came before it, from another device', async () => {
    const store = await open();
    const due = Date.UTC(2026, 6, 16, 9);
    await store.log.append({
      events: [other(2, 'meeting.resolved', { activity: eventId(1), result: 'held', movedTo: null })],
    });
    await store.log.append({
      events: [call(1, { body: { meaning: meaning({ booked: true }), meetingAt: due } })],
    });
    expect(await store.log.meetingsDue(ME, due)).toEqual([]);
  });

  it('asks about a booked meeting under its correction, and takes the answer for either', async () => {
    const store = await open();
    const due = Date.UTC(2026, 6, 16, 9);
    const booked = { meaning: meaning({ booked: true }), meetingAt: due };
    await store.log.append({ events: [call(1, { body: booked })] });
    await store.log.append({ events: [call(2, { supersedes: eventId(1), body: booked })] });
    expect((await store.log.meetingsDue(ME, due)).map((one) => one.id)).toEqual([eventId(2)]);
    await store.log.append({
      events: [other(3, 'meeting.resolved', { activity: eventId(1), result: 'held', movedTo: null })],
    });
    expect(await store.log.meetingsDue(ME, due)).toEqual([]);
    await store.log.append({ events: [call(4, { supersedes: eventId(2), body: booked })] });
    expect(await store.log.meetingsDue(ME, due)).toEqual([]);
    expect(await store.metrics.tally('meetings-held', ME, DAY, NEXT)).toEqual({ '': 1 });
  });

  it('asks once about a booked meeting, again when it was moved, never when withdrawn', async () => {
    const store = await open();
    const due = Date.UTC(2026, 6, 16, 9);
    const booked = { meaning: meaning({ booked: true }), meetingAt: due };
    const ids = async (now: number) => (await store.log.meetingsDue(ME, now)).map((one) => one.id);
    await store.log.append({ events: [call(1, { body: booked }), call(2, { body: booked })] });
    expect(await ids(due - 1)).toEqual([]);
    expect(await ids(due)).toEqual([eventId(1), eventId(2)]);
    await store.log.append({
      events: [
        other(3, 'meeting.resolved', { activity: eventId(1), result: 'moved', movedTo: due + 1000 }),
        withdraw(4, 2),
      ],
    });
    expect(await ids(due)).toEqual([]);
    expect((await store.log.meetingsDue(ME, due + 1000))[0]?.body.meetingAt).toBe(due + 1000);
    await store.log.append({
      events: [other(5, 'meeting.resolved', { activity: eventId(1), result: 'held', movedTo: null })],
    });
    expect(await ids(due + 1000)).toEqual([]);
    expect(await store.metrics.tally('meetings-held', ME, DAY, NEXT)).toEqual({ '': 1 });
    await store.log.append({
      events: [other(6, 'meeting.resolved', { activity: eventId(1), result: 'no-show', movedTo: null })],
    });
    expect(await store.metrics.tally('meetings-held', ME, DAY, NEXT)).toEqual({});
  });
});
