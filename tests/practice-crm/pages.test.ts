import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEvilPage } from './evil';
import { hostileMarkup } from './options';
import { startPracticeCrm, type PracticeCrm } from './server';
import { createCaller } from './support';

let crm: PracticeCrm;
let call: ReturnType<typeof createCaller>;

beforeAll(async () => {
  crm = await startPracticeCrm({ now: new Date('2026-11-23T16:00:00Z') });
  call = createCaller(crm);
});
afterAll(() => crm.close());

describe('documents', () => {
  it('signs in when a page is opened, and keeps the session', async () => {
    const first = await fetch(`${crm.url}/lightning/page/home`);
    const cookie = first.headers.get('set-cookie')!;
    expect(cookie).toMatch(/^practice_sid=.*HttpOnly; SameSite=Lax/);
    expect(await first.text()).toContain('id="auraLoadingBox"');
    const again = await fetch(`${crm.url}/lightning/page/home`, {
      headers: { cookie: cookie.split(';')[0]! },
    });
    expect(again.headers.get('set-cookie')).toBeNull();
  });

  it('follows the language and theme it is asked for', async () => {
    expect(await (await fetch(`${crm.url}/lightning/page/home?locale=ko-KR`)).text()).toContain(
      '<html lang="ko-KR">',
    );
    crm.setOptions({ dark: true });
    expect(await (await fetch(`${crm.url}/lightning/page/home`)).text()).toContain('data-theme="dark"');
    crm.setOptions({ dark: null });
  });

  it('sends isolation and policy headers only when told', async () => {
    const header = async (name: string) => (await fetch(`${crm.url}/lightning/page/home`)).headers.get(name);
    expect(await header('cross-origin-embedder-policy')).toBeNull();
    crm.setOptions({ coep: true, csp: true });
    expect(await header('cross-origin-embedder-policy')).toBe('require-corp');
    expect(await header('content-security-policy')).toContain("require-trusted-types-for 'script'");
    crm.setOptions({ coep: false, csp: false });
  });

  it('serves client files and nothing beside them', async () => {
    expect((await fetch(`${crm.url}/client/main.js`)).headers.get('content-type')).toMatch(/javascript/);
    expect((await fetch(`${crm.url}/client/css/tokens.css`)).status).toBe(200);
    for (const path of [
      '/client/../server.ts',
      '/client/%2e%2e/server.ts',
      '/client/css/../../server.ts',
      '/client/',
    ]) {
      expect((await fetch(crm.url + path)).status).toBe(404);
    }
  });
});

describe('page data', () => {
  it('has own and all lists', async () => {
    const mine = (await call('GET', '/aura/list?object=Opportunity&filter=MyOpportunities')).body;
    const all = (await call('GET', '/aura/list?object=Opportunity&filter=AllOpportunities')).body;
    expect(all.total).toBe(91);
    expect(mine.total).toBeLessThan(30);
    for (const row of mine.rows) expect(row.cells.OwnerId.value).toBe(crm.state.known.me);
  });

  it('goes on without the API', async () => {
    crm.setOptions({ api: false });
    expect((await call('GET', `/aura/record?id=${crm.state.known.deal}`)).status).toBe(200);
    crm.setOptions({ api: true });
  });

  it('shows amounts short or bare on demand, and the API goes on saying them in full', async () => {
    const { deal } = crm.state.known;
    const shown = async () => (await call('GET', `/aura/record?id=${deal}`)).body.fields.Amount.display;
    expect(await shown()).toBe('$48,000.00');
    crm.setOptions({ money: 'compact' });
    expect(await shown()).toBe('$48K');
    crm.setOptions({ money: 'bare' });
    expect(await shown()).toBe('48,000.00');
    const { body } = await call('GET', `ui-api/records/${deal}?fields=Opportunity.Amount`);
    expect(body.fields.Amount.displayValue).toBe('$48,000.00');
    crm.setOptions({ money: 'full' });
  });

  it('lets a record be read once and vanish', async () => {
    const id = crm.state.known.myLead;
    crm.setOptions({ vanish: id });
    expect((await call('GET', `/aura/record?id=${id}`)).body).toMatchObject({ id, vanishing: true });
    expect((await call('GET', `/aura/record?id=${id}`)).status).toBe(404);
    expect((await call('GET', `sobjects/Lead/${id}`)).body[0].errorCode).toBe('ENTITY_IS_DELETED');
    crm.setOptions({ vanish: null });
  });

  it('takes and shows options over HTTP, refusing misspelt ones', async () => {
    const set = await call('POST', '/__practice__/options', { omit: ['Amount'] });
    expect(set).toMatchObject({ status: 200, body: { omit: ['Amount'] } });
    expect((await call('POST', '/__practice__/options', { ommit: [] })).status).toBe(400);
    await call('POST', '/__practice__/options', { omit: [] });
  });

  it('puts markup behind every text on demand', async () => {
    const other = await startPracticeCrm({
      now: new Date('2026-11-23T16:00:00Z'),
      options: { markupInFields: true },
    });
    const data = (await createCaller(other)('GET', `/aura/record?id=${other.state.known.deal}`)).body;
    expect(data.name).toBe(`Halden Logistics – Platform${hostileMarkup}`);
    await other.close();
  });
});

describe('the evil page', () => {
  it('lives on another origin', async () => {
    const evil = await startEvilPage();
    expect(new URL(evil.url).origin).not.toBe(crm.url);
    expect(await (await fetch(evil.url)).text()).toContain('evilReport');
    await evil.close();
  });
});
