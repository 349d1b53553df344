import { describe, expect, it } from 'vitest';
import type { ApiAdapter, ListedActivity, ListedDeal } from '@/lib/adapters/contract';
import type { Day } from '@/lib/domain/time';
import { ALEX, framed, page, readingOf, serviceScene, value } from './scene';

const NOW = Date.UTC(2026, 10, 23, 15, 0);
const TODAY = '2026-11-23' as Day;

function listed(remoteId: string, amount: string): ListedDeal {
  return {
    ref: { object: 'deal', api: 'Opportunity', remoteId },
    fields: {
      name: { text: `Deal ${remoteId}` },
      stage: { text: 'Won', machine: 'won', closed: 'won' },
      amount: { text: amount, machine: amount, currency: 'USD' },
      closeDate: { text: TODAY, machine: TODAY },
      owner: { text: ALEX.name, id: ALEX.remoteId },
    },
  };
}

function there(reference: string | null, subject: string): ListedActivity {
  return { remoteId: subject, record: null, reference, subject, at: null, day: TODAY };
}

function crm() {
  const state = { user: ALEX, deals: [] as ListedDeal[], activities: [] as ListedActivity[] };
  const api: Partial<ApiAdapter> = {
    probe: async () => ({ ok: true, value: { tenant: null, currency: 'USD' } }),
    whoami: async () => ({ ok: true, value: state.user }),
    read: async () => ({ ok: false, fault: { code: 'unsupported', message: '', retry: false } }),
    find: async () => ({ ok: true, value: null }),
    write: async () => ({ ok: true, value: { remoteId: '1' } }),
    listMine: async () => ({
      ok: true,
      value: { deals: state.deals, next: null, total: state.deals.length },
    }),
    activitiesOf: async () => ({ ok: true, value: state.activities }),
  };
  return { state, api };
}

describe('one day here and in the CRM', () => {
  it('tells what both have, what only one has, and takes a correction for the act it corrects', async () => {
    const { state, api } = crm();
    const scene = await serviceScene({ now: NOW, api });
    const record = await scene.show('A');
    const acts = ['no-answer', 'talked', 'voicemail', 'gatekeeper'].map((outcome) =>
      scene.call(record, { outcome }),
    );
    for (const act of acts) value(await scene.handlers['activity.log'](act, framed));
    const [both, corrected, here, deleted] = acts.map((act) => act.id);
    const better = { ...acts[1]!, id: scene.call(record).id, text: 'better', supersedes: corrected! };
    value(await scene.handlers['activity.correct'](better, page));
    value(await scene.handlers['activity.withdraw']({ id: deleted! }, page));
    state.activities = [there(both!, 'a'), there(corrected!, 'b'), there(deleted!, 'c'), there(null, 'd')];
    const answer = value(
      await scene.handlers['crm.compareDay']({ instance: scene.instance, day: TODAY }, page),
    );
    expect(here).toBeDefined();
    expect(answer.both).toBe(2);
    expect(answer.onlyHere).toMatchObject([{ name: 'Deal A' }]);
    expect(answer.onlyThere.map((one) => [one.name, one.why])).toEqual([
      ['c', 'withdrawn-here'],
      ['d', 'not-ours'],
    ]);
  });

  it("does not show somebody else's day as mine", async () => {
    const { state, api } = crm();
    const scene = await serviceScene({ now: NOW, api });
    await scene.show('A');
    state.user = { ...ALEX, remoteId: 'u-sam' };
    const answer = await scene.handlers['crm.compareDay']({ instance: scene.instance, day: TODAY }, page);
    expect(answer).toMatchObject({ fault: { code: 'not-signed-in' } });
  });
});

describe('my deals', () => {
  it('count once loaded, and no longer when the CRM does not list them any more', async () => {
    const { state, api } = crm();
    const scene = await serviceScene({ now: NOW, api });
    await scene.show('A');
    const revenue = async () =>
      value(await scene.handlers['progress.read']({}, page)).metrics.find(
        (one) => one.metric === 'revenue-won' && one.period === 'quarter',
      );
    state.deals = [listed('X', '1000'), listed('Y', '500')];
    value(await scene.handlers['crm.loadDeals']({ instance: scene.instance }, page));
    expect(await revenue()).toMatchObject({ value: 150_000, source: { covered: 'whole' } });
    scene.test.setNow(NOW + 60_000);
    state.deals = [listed('X', '1000')];
    value(await scene.handlers['crm.loadDeals']({ instance: scene.instance }, page));
    expect(await revenue()).toMatchObject({
      value: 100_000,
      excluded: [{ reason: 'not-covered', count: 1 }],
    });
  });

  it('are not loaded as somebody else', async () => {
    const { state, api } = crm();
    const scene = await serviceScene({ now: NOW, api });
    await scene.show('A');
    state.user = { ...ALEX, remoteId: 'u-sam' };
    expect(await scene.handlers['crm.loadDeals']({ instance: scene.instance }, framed)).toMatchObject({
      fault: { code: 'not-signed-in' },
    });
  });

  it('move once, also when two looks at them come at the same moment', async () => {
    const scene = await serviceScene({ now: NOW });
    const look = (day: string, at: number, tabId: number) =>
      scene.show(
        'A',
        {
          at,
          reading: readingOf('A', {
            stage: { text: 'Open', machine: 'o', closed: 'open' },
            closeDate: { text: day, machine: day },
          }),
        },
        { caller: 'content', tabId, documentId: `d${tabId}`, origin: null },
      );
    await look('2026-12-01', NOW, 7);
    scene.test.setNow(NOW + 1000);
    await Promise.all([look('2026-12-15', NOW + 500, 7), look('2026-12-15', NOW + 501, 8)]);
    expect((await scene.view()).closeMoved).toBe(1);
  });
});

describe('a CRM that was removed', () => {
  it('is neither shown nor written to any more', async () => {
    const scene = await serviceScene({ now: NOW });
    const record = await scene.show('A');
    value(await scene.handlers['crm.remove']({ instance: scene.instance }, page));
    expect(await scene.view()).toMatchObject({ record: null, instance: null });
    for (const [from, code] of [
      [framed, 'not-allowed'],
      [page, 'not-found'],
    ] as const)
      expect(await scene.handlers['activity.log'](scene.call(record), from)).toMatchObject({
        fault: { code },
      });
  });
});

describe('a file of everything', () => {
  it('gives the same view on another device, after everything was erased', async () => {
    const goals = [{ metric: 'dials', period: 'day', target: 60, headline: true }];
    const scene = await serviceScene({ now: NOW, seed: { goals } });
    const record = await scene.show('A');
    const step = { kind: 'call' as const, day: '2026-11-25' as Day, at: null, zone: 'America/New_York' };
    for (const more of [{ text: 'no luck' }, { outcome: 'talked', next: step }])
      value(await scene.handlers['activity.log'](scene.call(record, more), framed));
    const anchor = { on: 'record' as const, name: null };
    value(
      await scene.handlers['note.leave'](
        { record, anchor, kind: 'plain', text: 'ask Dana', re: null },
        framed,
      ),
    );
    scene.test.setNow(NOW + 60_000);
    const view = await scene.view();
    const lines: string[] = [];
    for (let cursor: string | null = null; ;) {
      const piece: { lines: string[]; next: string | null } = value(
        await scene.handlers['data.export']({ cursor }, page),
      );
      lines.push(...piece.lines);
      if (piece.next === null) break;
      cursor = piece.next;
    }
    value(await scene.handlers['data.erase']({ what: 'everything' }, page));
    const all = { from: null, to: null, channel: null, outcome: null, find: '', before: null, limit: 9 };
    expect(
      (await scene.handlers['activity.list'](all, page)).ok && (await scene.view(page)).record,
    ).toBeNull();
    const options = { dryRun: false, session: 's' };
    const half = Math.floor(lines.length / 2);
    const from = { ...page, request: scene.call(record).id };
    for (const one of [from, from])
      value(
        await scene.handlers['data.import']({ ...options, lines: lines.slice(0, half), last: false }, one),
      );
    const rest = { ...options, lines: lines.slice(half), last: true };
    const answer = value(
      await scene.handlers['data.import'](rest, { ...page, request: scene.call(record).id }),
    );
    expect(answer).toMatchObject({ broken: [], newer: 0 });

    value(
      await scene.handlers['content.hello'](
        { url: 'https://crm.example/one', kind: 'salesforce' },
        { caller: 'content', tabId: 7, documentId: 'new', origin: null },
      ),
    );
    await scene.show('A');
    const again = await scene.view(page);
    for (const part of ['progress', 'notes', 'nextStep', 'lastTouch', 'identity', 'record'] as const)
      expect(comparable(again[part]), part).toEqual(comparable(view[part]));
  });
});

/** The seconds at which a page was looked at again are not part of what it says. */
function comparable(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, one: unknown) =>
    key === 'seenAt' || key === 'asOf' ? null : one,
  );
}
