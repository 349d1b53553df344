import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Reach } from '@/lib/adapters/contract';
import { salesforceApi } from '@/lib/adapters/salesforce/api';
import { refOf } from '@/lib/adapters/salesforce/locate';
import { eventIdSchema } from '@/lib/domain/ids';
import { crmUserSchema } from '@/lib/domain/instance';
import { type CrmWrite, crmWriteSchema } from '@/lib/domain/outbox';
import { type RecordRef, rawReadingSchema } from '@/lib/domain/record';
import { type PracticeCrm, startPracticeCrm } from '../../../practice-crm/server';

let crm: PracticeCrm;
let reach: Reach;

beforeAll(async () => {
  crm = await startPracticeCrm({ now: new Date('2026-11-10T15:00:00Z') });
  const home = await fetch(`${crm.url}/`, { redirect: 'manual' });
  const page = await fetch(new URL(home.headers.get('location')!, crm.url));
  reach = reachWith(page.headers.get('set-cookie')!.split(';')[0]!);
});
afterAll(() => crm.close());
afterEach(() =>
  crm.setOptions({
    api: true,
    apiFailure: null,
    multiCurrency: false,
    queryBatch: 2000,
    omit: [],
    noAccess: [],
  }),
);

function reachWith(cookie: string): Reach {
  return {
    base: crm.url,
    tenant: crm.url,
    fetch: (path, init) => fetch(`${crm.url}${path}`, { ...init, headers: { ...init?.headers, cookie } }),
    stored: () => null,
  };
}

let serial = 0;
function writeOf(change: Partial<CrmWrite> = {}): CrmWrite {
  serial += 1;
  return crmWriteSchema.parse({
    operation: 'log-activity',
    reference: `01HZX3Q8W3N5T7V9B1D3F5H7${String(serial).padStart(2, '0')}`,
    record: known('deal'),
    contact: null,
    channel: 'call',
    direction: 'out',
    subject: 'Call: talked',
    text: 'Wants the plan by Friday.',
    outcome: 'Talked',
    at: Date.UTC(2026, 10, 10, 15),
    day: '2026-11-10',
    durationSec: 125,
    ...change,
  });
}

function known(name: 'deal' | 'lead' | 'contact' | 'account' | 'lateDeal'): RecordRef {
  return refOf(crm.state.known[name])!;
}

function task(id: string): Record<string, unknown> {
  return crm.state.tables.Task.get(id)!;
}

describe('salesforce api: connection', () => {
  it('answers probe with the org id and its one currency', async () => {
    const probed = await salesforceApi.probe(reach);
    expect(probed).toEqual({ ok: true, value: { tenant: crm.state.orgId, currency: 'USD' } });
  });

  it('names no currency for an org with several', async () => {
    crm.setOptions({ multiCurrency: true });
    const probed = await salesforceApi.probe(reach);
    expect(probed.ok && probed.value.currency).toBeNull();
  });

  it.each([
    ['a redirect to the login page', 'redirect' as const],
    ['a refusal', false as const],
  ])('calls %s not signed in, once and for all', async (_, api) => {
    crm.setOptions({ api });
    const probed = await salesforceApi.probe(reach);
    expect(probed).toMatchObject({ ok: false, fault: { code: 'not-signed-in', retry: false } });
  });

  it('tells who is signed in', async () => {
    const me = await salesforceApi.whoami(reach);
    expect(me.ok && crmUserSchema.parse(me.value)).toEqual({
      remoteId: crm.state.known.me,
      name: 'Alex Morgan',
      aliases: [],
    });
  });
});

describe('salesforce api: reading', () => {
  it('reads a deal with machine values beside what people see', async () => {
    const read = await salesforceApi.read(reach, known('deal'));
    if (!read.ok) throw new Error(read.fault.message);
    const { fields } = rawReadingSchema.parse(read.value);
    const row = crm.state.tables.Opportunity.get(crm.state.known.deal)!;
    expect(fields.amount).toEqual({ text: '$48,000.00', machine: '48000' });
    expect(fields.closeDate?.machine).toBe(row['CloseDate']);
    expect(fields.stage).toMatchObject({ machine: row['StageName'], closed: 'open' });
    expect(fields.owner).toEqual({ text: 'Alex Morgan', id: crm.state.known.me });
    expect(fields.account?.id).toBe(row['AccountId']);
    expect(fields.nextStep).toEqual({ text: '' });
  });

  it('puts the record’s own currency on the amount', async () => {
    crm.setOptions({ multiCurrency: true });
    crm.state.tables.Opportunity.get(crm.state.known.deal)!['CurrencyIsoCode'] = 'EUR';
    const read = await salesforceApi.read(reach, known('deal'));
    expect(read.ok && read.value.fields.amount).toMatchObject({ machine: '48000', currency: 'EUR' });
  });

  it.each(['lead', 'contact', 'account'] as const)('reads a %s', async (name) => {
    const read = await salesforceApi.read(reach, known(name));
    if (!read.ok) throw new Error(read.fault.message);
    const reading = rawReadingSchema.parse(read.value);
    const missing = reading.expected.filter((field) => reading.fields[field] === undefined);
    expect(missing).toEqual([]);
    expect(reading.fields.name?.text).not.toBe('');
  });

  it('says in the CRM’s words that a record is gone', async () => {
    const ref = { ...known('deal'), remoteId: '006Dn00000zzzzzIAA' };
    expect(await salesforceApi.read(reach, ref)).toEqual({
      ok: false,
      fault: { code: 'refused', message: 'The requested resource does not exist', retry: false },
    });
  });
});

describe('salesforce api: listing', () => {
  const since = '2026-07-01';
  async function listAll(): Promise<{ ids: string[]; pages: number; total: number | null }> {
    const me = await salesforceApi.whoami(reach);
    if (!me.ok) throw new Error(me.fault.message);
    const ids: string[] = [];
    let pages = 0;
    let total: number | null = null;
    let cursor: string | null = null;
    do {
      const page = await salesforceApi.listMine(reach, me.value, since, cursor);
      if (!page.ok) throw new Error(page.fault.message);
      ids.push(...page.value.deals.map((deal) => deal.ref.remoteId));
      total = page.value.total;
      cursor = page.value.next;
      pages += 1;
    } while (cursor !== null);
    return { ids, pages, total };
  }
  function truth(): string[] {
    return [...crm.state.tables.Opportunity.values()]
      .filter((row) => row['OwnerId'] === crm.state.known.me)
      .filter((row) => row['IsClosed'] === false || String(row['CloseDate']) >= since)
      .map((row) => row.Id)
      .sort();
  }

  it('lists open deals and those closed since, exactly once each, over several pages', async () => {
    crm.setOptions({ queryBatch: 5 });
    const { ids, pages, total } = await listAll();
    expect(pages).toBeGreaterThan(2);
    expect([...ids].sort()).toEqual(truth());
    expect(total).toBe(ids.length);
  });

  it('carries each deal’s currency where the org has several', async () => {
    crm.setOptions({ multiCurrency: true });
    const me = await salesforceApi.whoami(reach);
    const page = me.ok && (await salesforceApi.listMine(reach, me.value, since, null));
    if (!page || !page.ok) throw new Error('no page');
    const own = page.value.deals.find((deal) => deal.ref.remoteId === crm.state.known.deal);
    expect(own?.fields.amount?.currency).toBe('EUR');
  });

  it('follows no cursor but Salesforce’s own', async () => {
    const me = await salesforceApi.whoami(reach);
    const page = me.ok && (await salesforceApi.listMine(reach, me.value, since, '/aura/save'));
    expect(page).toMatchObject({ ok: false, fault: { code: 'refused' } });
  });

  it('lists what a person did on a day, with our references', async () => {
    const write = writeOf({ day: '2026-11-09' as CrmWrite['day'] });
    await salesforceApi.write(reach, write);
    const me = await salesforceApi.whoami(reach);
    const listed = me.ok && (await salesforceApi.activitiesOf(reach, me.value, '2026-11-09'));
    if (!listed || !listed.ok) throw new Error('not listed');
    const done = [...crm.state.tables.Task.values()].filter(
      (row) =>
        row['OwnerId'] === crm.state.known.me &&
        row['ActivityDate'] === '2026-11-09' &&
        row['IsClosed'] === true,
    );
    expect(listed.value).toHaveLength(done.length);
    expect(listed.value.find((one) => one.reference === write.reference)).toMatchObject({
      record: known('deal'),
      subject: 'Call: talked',
      day: '2026-11-09',
      at: null,
    });
  });
});

describe('salesforce api: writing', () => {
  it('stores a call as a closed task and finds it by our reference', async () => {
    const write = writeOf({ contact: known('contact') });
    expect(await salesforceApi.find(reach, write)).toEqual({ ok: true, value: null });
    const written = await salesforceApi.write(reach, write);
    if (!written.ok) throw new Error(written.fault.message);
    expect(task(written.value.remoteId)).toMatchObject({
      Subject: 'Call: talked',
      Description: 'Wants the plan by Friday.',
      Status: 'Completed',
      IsClosed: true,
      ActivityDate: '2026-11-10',
      TaskSubtype: 'Call',
      CallType: 'Outbound',
      CallDurationInSeconds: 125,
      CallDisposition: 'Talked',
      CallObject: write.reference,
      WhatId: crm.state.known.deal,
      WhoId: crm.state.known.contact,
      OwnerId: crm.state.known.me,
    });
    expect(await salesforceApi.find(reach, write)).toEqual(written);
  });

  it('names a lead alone: Salesforce refuses a lead beside a deal', async () => {
    const written = await salesforceApi.write(reach, writeOf({ contact: known('lead') }));
    if (!written.ok) throw new Error(written.fault.message);
    expect(task(written.value.remoteId)['WhoId']).toBe(crm.state.known.lead);
    expect(task(written.value.remoteId)['WhatId'] ?? null).toBeNull();
  });

  it.each([
    ['email', 'Email'],
    ['linkedin', 'LinkedIn'],
    ['kakaotalk', 'Task'],
    ['sms', 'Task'],
  ] as const)('stores a message by %s as %s, without call fields', async (channel, subtype) => {
    const written = await salesforceApi.write(reach, writeOf({ channel, durationSec: null }));
    if (!written.ok) throw new Error(written.fault.message);
    expect(task(written.value.remoteId)['TaskSubtype']).toBe(subtype);
    expect(task(written.value.remoteId)['CallType'] ?? null).toBeNull();
  });

  it('cuts nothing a person typed within Salesforce’s limits and stays inside them', async () => {
    const written = await salesforceApi.write(
      reach,
      writeOf({ text: 'x'.repeat(20_000), subject: '한'.repeat(255) }),
    );
    if (!written.ok) throw new Error(written.fault.message);
    expect(task(written.value.remoteId)['Description']).toHaveLength(20_000);
    expect(task(written.value.remoteId)['Subject']).toHaveLength(255);
  });

  it('finds what was stored although the answer was lost', async () => {
    crm.setOptions({ rejectAfterWrite: '500', rejectTimes: 1 });
    const write = writeOf();
    const written = await salesforceApi.write(reach, write);
    expect(written).toMatchObject({ ok: false, fault: { retry: true } });
    const found = await salesforceApi.find(reach, write);
    expect(found.ok && found.value?.remoteId).toMatch(/^00T/);
  });

  it('hands on the CRM’s own words when it refuses', async () => {
    const written = await salesforceApi.write(
      reach,
      writeOf({ record: { ...known('deal'), remoteId: '006Dn00000zzzzzIAA' } }),
    );
    expect(written).toEqual({
      ok: false,
      fault: { code: 'refused', message: 'invalid cross reference id', retry: false },
    });
  });
});

describe('salesforce api: failures', () => {
  const array = (errorCode: string) => [{ message: `said: ${errorCode}`, errorCode }];
  it.each([
    [401, array('INVALID_SESSION_ID'), 'not-signed-in', false],
    [403, array('API_DISABLED_FOR_ORG'), 'refused', false],
    [403, array('REQUEST_LIMIT_EXCEEDED'), 'busy', true],
    [400, array('UNABLE_TO_LOCK_ROW'), 'refused', false],
    [429, array('TOO_MANY'), 'busy', true],
    [500, array('UNKNOWN_EXCEPTION'), 'busy', true],
    [503, array('SERVER_UNAVAILABLE'), 'busy', true],
  ] as const)('%i %j is %s (again: %s)', async (status, body, code, retry) => {
    crm.setOptions({ apiFailure: { status, body } });
    expect(await salesforceApi.whoami(reach)).toEqual({
      ok: false,
      fault: { code, message: body[0]!.message, retry },
    });
  });

  it('understands the UI API’s refusal of a save', async () => {
    const inside = {
      errors: [],
      fieldErrors: { Amount: [{ errorCode: 'X', message: 'Amount: too large' }] },
    };
    crm.setOptions({
      apiFailure: {
        status: 400,
        body: { message: 'An error occurred', enhancedErrorType: 'RecordError', output: inside },
      },
    });
    const read = await salesforceApi.whoami(reach);
    expect(read.ok === false && read.fault.message).toBe('Amount: too large');
  });

  it('may be tried again when the network is gone', async () => {
    crm.setOptions({ apiFailure: 'offline' });
    expect(await salesforceApi.whoami(reach)).toMatchObject({
      ok: false,
      fault: { code: 'unreachable', retry: true },
    });
  });

  it('answers plainly without a session', async () => {
    const stranger = reachWith('practice_sid=nobody');
    expect(await salesforceApi.whoami(stranger)).toMatchObject({
      ok: false,
      fault: { code: 'not-signed-in', message: 'Session expired or invalid' },
    });
  });
});

it('quotes what it puts into a query', async () => {
  const reference = eventIdSchema.parse('01HZX3Q8W3N5T7V9B1D3F5H7ZZ');
  const found = await salesforceApi.activitiesOf(
    reach,
    { remoteId: "x' OR Id != '", name: '', aliases: [] },
    '2026-11-10',
  );
  expect(found).toMatchObject({ ok: false, fault: { code: 'refused' } });
  expect((await salesforceApi.find(reach, writeOf({ reference }))).ok).toBe(true);
});
