import { describe, expect, it } from 'vitest';
import type { Envelope } from '@/lib/rpc/call';
import type { Output } from '@/lib/rpc/contract';
import { handlersOf } from '@/lib/services/handlers';
import { reconcile } from '@/lib/services/reconcile';
import { applySeed } from '@/lib/services/seed';
import { testWorld } from '../../support/world';
import { BASE, framed, page, readingOf, serviceScene, TAB, value } from './scene';

const NOW = Date.UTC(2026, 10, 23, 15, 0);
const USER = { remoteId: 'res.user,2', name: 'Dana Ruiz', aliases: ['company.employee,2'] };

/** A browser with tabs open, each of them the page of some CRM. */
async function browser(tabs: Readonly<Record<number, { url: string; crm: object | null }>>) {
  const test = await testWorld({ now: NOW });
  const handlers = handlersOf(test.world);
  for (const [id, { url, crm }] of Object.entries(tabs)) {
    test.openTabs.set(Number(id), url);
    if (crm) test.detected.set(Number(id), crm);
  }
  const add = async (address: string) => value(await handlers['crm.add']({ address }, page));
  return {
    ...{ test, handlers, add },
    added: async (address: string) => {
      const answer = await add(address);
      if (answer.state !== 'added') throw new Error(answer.state);
      return answer.instance;
    },
    remove: async (instance: Instance) =>
      value(await handlers['crm.remove']({ instance: instance.id }, page)),
    list: async () => value(await handlers['crm.list']({}, page)).crms.map(({ instance }) => instance),
    hello: async (tabId: number, kind: 'tryton' | 'odoo' | 'salesforce') => {
      const url = test.openTabs.get(tabId)!;
      const from: Envelope = {
        caller: 'content',
        tabId,
        documentId: `d${tabId}`,
        origin: new URL(url).origin,
      };
      return value(await handlers['content.hello']({ url, kind }, from));
    },
  };
}
type Instance = Extract<Output<'crm.add'>, { state: 'added' }>['instance'];

function tryton(base: string, more: object = {}) {
  return {
    ...{ kind: 'tryton', base, tenant: 'crm', version: null, test: false, title: 'Tryton', signedIn: USER },
    ...more,
  };
}
const odoo = (base: string) => tryton(base, { kind: 'odoo', tenant: 'sales' });

describe('the address of a CRM', () => {
  it('may have a port and a path, and what lies beside it is not that CRM', async () => {
    const base = 'http://erp.example:8069/sales';
    const at = { 1: { url: `${base}/web#id=1`, crm: tryton(base) } };
    const { test, added, hello } = await browser(at);
    const instance = await added(`${base}/web`);
    expect(instance).toMatchObject({ bases: [base], label: 'erp.example:8069' });
    expect(test.browser.scripts).toEqual([{ kind: 'tryton', base }]);
    expect(await hello(1, 'tryton')).toMatchObject({ state: 'welcome', instance: instance.id });
    for (const url of [
      'http://erp.example:8069/salesroom',
      'http://erp.example:8069/',
      'http://erp.example/sales',
    ]) {
      test.openTabs.set(2, url);
      expect(await hello(2, 'tryton'), url).toEqual({ state: 'stranger' });
    }
  });

  it.each(['', '   ', 'crm', 'ftp://crm.example', 'http://', 'not an address'])(
    '%j is none, and the browser is not said to have refused it',
    async (address) => {
      const { add, test } = await browser({});
      test.granted = new Set();
      expect(await add(address)).toEqual({ state: 'not-an-address' });
    },
  );

  it.each(['http://odoo:8069', 'https://[::1]:8000/x', 'localhost:8000', 'crm.example.com'])(
    '%s is one: a name without a dot needs its scheme',
    async (address) => {
      const { add, test } = await browser({});
      test.granted = new Set();
      expect(await add(address)).toEqual({ state: 'not-granted' });
    },
  );
});

describe('two CRMs on one host', () => {
  const one = 'http://127.0.0.1:8000';
  const other = 'http://127.0.0.1:8069';

  async function both() {
    const made = await browser({
      1: { url: `${one}/#crm/model/sale.opportunity/1`, crm: tryton(one) },
      2: { url: `${other}/odoo/crm/1`, crm: odoo(other) },
    });
    return { ...made, first: await made.added(one), second: await made.added(other) };
  }

  it('are told apart by their port', async () => {
    const { first, second, hello, list } = await both();
    expect(first.id).not.toBe(second.id);
    expect(await list()).toHaveLength(2);
    expect(await hello(1, 'tryton')).toMatchObject({ state: 'welcome', instance: first.id });
    expect(await hello(2, 'odoo')).toMatchObject({ state: 'welcome', instance: second.id });
  });

  it('each keep the other’s script out: a permission knows no port, so both are in both pages', async () => {
    const { hello } = await both();
    expect(await hello(1, 'odoo')).toEqual({ state: 'stranger' });
    expect(await hello(2, 'tryton')).toEqual({ state: 'stranger' });
  });

  it('share a permission, which goes with the last of them', async () => {
    const { first, second, remove, test } = await both();
    await remove(first);
    expect(test.browser.released).toEqual([]);
    expect(test.browser.scripts).toEqual([{ kind: 'odoo', base: other }]);
    await remove(second);
    expect(test.browser.released).toEqual(['http://127.0.0.1/*']);
    expect(test.browser.scripts).toEqual([]);
  });

  it('of one kind and database are two, when their ports differ', async () => {
    const { added } = await browser({
      1: { url: `${one}/`, crm: tryton(one) },
      2: { url: `${other}/`, crm: tryton(other) },
    });
    expect((await added(one)).id).not.toBe((await added(other)).id);
  });
});

describe('removing a CRM', () => {
  const base = 'https://erp.example';

  it('takes the panel out of its open tabs at once, and out of no other', async () => {
    const { added, remove, hello, test } = await browser({
      1: { url: `${base}/#crm`, crm: tryton(base) },
      2: { url: `${base}/#crm/other`, crm: tryton(base) },
      3: { url: 'https://odoo.example/odoo', crm: odoo('https://odoo.example') },
    });
    const instance = await added(base);
    await added('https://odoo.example');
    for (const [tab, kind] of [
      [1, 'tryton'],
      [2, 'tryton'],
      [3, 'odoo'],
    ] as const)
      await hello(tab, kind);
    await remove(instance);
    expect(new Set(test.browser.left)).toEqual(new Set([1, 2]));
    expect(test.browser.released).toEqual(['https://erp.example/*']);
    expect(await hello(1, 'tryton')).toEqual({ state: 'stranger' });
    // Told once: a tab that has left is not told with every start of the worker.
    await reconcile(test.world);
    expect(test.browser.left).toHaveLength(2);
  });

  it('is finished by the next start of a worker that died on the way', async () => {
    const { added, hello, test } = await browser({ 1: { url: `${base}/#crm`, crm: tryton(base) } });
    const instance = await added(base);
    await hello(1, 'tryton');
    await test.world.store.people.putInstance({ ...instance, archivedAt: NOW });
    await reconcile(test.world);
    expect([test.browser.left, test.browser.scripts]).toEqual([[1], []]);
  });

  it('is what the browser’s own “remove access” does to open tabs, too', async () => {
    const { added, hello, test, list } = await browser({ 1: { url: `${base}/#crm`, crm: tryton(base) } });
    await added(base);
    await hello(1, 'tryton');
    test.granted = new Set();
    await reconcile(test.world);
    expect(test.browser.left).toEqual([1]);
    expect(await list()).toHaveLength(1);
  });

  it('and erasing everything gives every permission back', async () => {
    const { added, hello, test, handlers } = await browser({
      1: { url: `${base}/#crm`, crm: tryton(base) },
      2: { url: 'https://odoo.example/odoo', crm: odoo('https://odoo.example') },
    });
    await added(base);
    await added('https://odoo.example');
    await hello(1, 'tryton');
    value(await handlers['data.erase']({ what: 'everything' }, page));
    expect(test.browser.left).toEqual([1]);
    expect(test.browser.released.toSorted()).toEqual(['https://erp.example/*', 'https://odoo.example/*']);
    expect(test.browser.scripts).toEqual([]);
  });
});

describe('a CRM that is added again', () => {
  it('is the same one, with what was logged there and who I am', async () => {
    const scene = await serviceScene({ now: NOW });
    const { test, handlers } = scene;
    const record = await scene.show('A');
    value(await handlers['activity.log'](scene.call(record, { text: 'first' }), framed));
    value(await handlers['crm.remove']({ instance: scene.instance }, page));
    test.detected.set(TAB, {
      ...{ kind: 'salesforce', base: BASE, tenant: '00D000000000001', version: null, test: false },
      ...{ title: 'CRM', signedIn: null },
    });
    const again = value(await handlers['crm.add']({ address: `${BASE}/one` }, page));
    expect(again).toMatchObject({
      state: 'added',
      instance: { id: scene.instance, tenant: '00D000000000001', archivedAt: null },
    });
    const [crm] = value(await handlers['crm.list']({}, page)).crms;
    expect(crm).toMatchObject({ me: { name: 'Alex Morgan' } });
    await handlers['content.hello'](
      { url: `${BASE}/one`, kind: 'salesforce' },
      { caller: 'content', tabId: TAB, documentId: 'new', origin: BASE },
    );
    await scene.show('A');
    expect(await scene.view(page)).toMatchObject({ identity: 'known', lastTouch: { tries: 1 } });
  });

  it('is the same one at another address of its tenant, and both addresses are read', async () => {
    const first = 'https://acme.my.salesforce.example';
    const second = 'https://acme.lightning.example';
    const org = (base: string) => tryton(base, { kind: 'salesforce', tenant: '00D000000000001' });
    const { added, list, test } = await browser({
      1: { url: `${first}/a`, crm: org(first) },
      2: { url: `${second}/b`, crm: org(second) },
    });
    const [one, other] = [await added(first), await added(second)];
    expect(other).toMatchObject({ id: one.id, bases: [first, second] });
    expect(await list()).toHaveLength(1);
    expect(test.browser.scripts.map(({ base }) => base)).toEqual([first, second]);
  });

  it('stays removed when the company’s file names it', async () => {
    const test = await testWorld({
      now: NOW,
      managed: { touchline: 1, crms: [{ kind: 'tryton', base: 'https://erp.example/' }] },
    });
    await applySeed(test.world);
    const handlers = handlersOf(test.world);
    const list = async () => value(await handlers['crm.list']({}, page)).crms;
    const [crm] = await list();
    value(await handlers['crm.remove']({ instance: crm!.instance.id }, page));
    await applySeed(test.world);
    expect(await list()).toEqual([]);
  });
});

describe('a test system', () => {
  it('never counts: no call, no meeting, no deal, and nothing is written there', async () => {
    const goals = [{ metric: 'dials', period: 'day', target: 60, headline: true }];
    const crms = [
      { kind: 'salesforce', base: BASE, test: true, iAm: { remoteId: 'u-alex', name: 'Alex Morgan' } },
    ];
    const scene = await serviceScene({ now: NOW, seed: { goals, crms } });
    const { handlers, test } = scene;
    const won = readingOf('A', {
      ...{ stage: { text: 'Won', machine: 'w', closed: 'won' }, owner: { text: 'Alex', id: 'u-alex' } },
      amount: { text: '1000', machine: '1000', currency: 'USD' },
      closeDate: { text: '2026-11-20', machine: '2026-11-20' },
    });
    const record = await scene.show('A', { reading: won });
    const booked = { outcome: 'meeting', meetingAt: NOW - 3_600_000, at: NOW - 7_200_000 };
    const first = scene.call(record, { ...booked, durationSec: 300 });
    value(await handlers['activity.log'](first, framed));
    value(await handlers['activity.log'](scene.call(record), framed));
    await handlers['meeting.resolve']({ activity: first.id, result: 'held', movedTo: null }, framed);
    value(await handlers['activity.correct']({ ...scene.call(record), supersedes: first.id }, page));
    const { metrics, progress } = value(await handlers['progress.read']({}, page));
    expect(metrics.filter((one) => (one.value ?? 0) !== 0)).toEqual([]);
    expect(progress[0]?.figure.value).toBe(0);
    expect(await test.world.store.outbox.open()).toEqual([]);
    // And still it is a log: what was done there can be read.
    const all = { from: null, to: null, channel: null, outcome: null, find: '', before: null, limit: 9 };
    expect(value(await handlers['activity.list'](all, page)).rows).toHaveLength(2);
  });
});
