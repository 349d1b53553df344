/**
 * Odoo's API against a running one, which no package of a stable Debian brings: give its address, database user and
 * password as TOUCHLINE_ODOO=http://admin:admin@127.0.0.1:8069. It gets a few records of its own.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Reach } from '@/lib/adapters/contract';
import { odooApi } from '@/lib/adapters/odoo/api';
import { type CrmUser, crmUserSchema } from '@/lib/domain/instance';
import { type CrmWrite, crmWriteSchema } from '@/lib/domain/outbox';
import { rawReadingSchema, type RecordRef } from '@/lib/domain/record';

const address = process.env['TOUCHLINE_ODOO'];
const why = address === undefined ? ' (skipped: TOUCHLINE_ODOO names no running Odoo)' : '';

function value<T>(result: { ok: true; value: T } | { ok: false; fault: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}

describe.skipIf(address === undefined)(`Odoo's API, running${why}`, () => {
  let reach: Reach;
  let me: CrmUser;
  let deal: RecordRef;
  let company: number;
  const run = Date.now().toString(32).toUpperCase().slice(-8).padStart(8, '0');
  const reference = (at: number) =>
    `01K9R3NDEKTSV4RR${run}${at.toString().padStart(2, '0')}`.replaceAll(/[ILOU]/g, 'Z');

  async function kw<T>(model: string, method: string, args: unknown[], kwargs: object = {}): Promise<T> {
    const body = JSON.stringify({
      id: 1,
      jsonrpc: '2.0',
      method: 'call',
      params: { model, method, args, kwargs },
    });
    const headers = { 'Content-Type': 'application/json' };
    const answer = await reach.fetch(`/web/dataset/call_kw/${model}/${method}`, {
      method: 'POST',
      headers,
      body,
    });
    const reply = (await answer.json()) as { result: T; error?: { data: { message: string } } };
    if (reply.error) throw new Error(reply.error.data.message);
    return reply.result;
  }

  function written(at: number, changes: Partial<CrmWrite> = {}): CrmWrite {
    return crmWriteSchema.parse({
      operation: 'log-activity',
      reference: reference(at),
      record: deal,
      contact: null,
      channel: 'call',
      direction: 'out',
      subject: 'Call: talked',
      text: 'Asked <b>who</b> signs & when.\n한국어도.',
      outcome: 'talked',
      at: Date.parse('2026-11-20T15:10:00Z'),
      day: '2026-11-20',
      durationSec: 125,
      ...changes,
    });
  }

  beforeAll(async () => {
    const url = new URL(address!);
    const [login, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
    url.username = url.password = '';
    const base = url.href.replace(/\/$/, '');
    let cookie = '';
    reach = {
      base,
      tenant: 'crm',
      fetch: (path, init) => fetch(base + path, { ...init, headers: { ...init?.headers, Cookie: cookie } }),
      stored: () => null,
    };
    // The sign-in form, as a person sends it: the session cookie comes with the page and changes with the answer.
    const form = await fetch(`${base}/web/login`);
    cookie = form.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const token = /name="csrf_token" value="([^"]+)"/.exec(await form.text())?.[1] ?? '';
    const answer = await fetch(`${base}/web/login`, {
      method: 'POST',
      body: new URLSearchParams({ csrf_token: token, login, password }),
      headers: { Cookie: cookie },
      redirect: 'manual',
    });
    cookie =
      answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ') || cookie;
    me = crmUserSchema.parse(value(await odooApi.whoami(reach)));
    company = await kw<number>('res.partner', 'create', [{ name: `Quiet Lake ${run}`, is_company: true }]);
    const id = await kw<number>('crm.lead', 'create', [
      {
        name: `Running ${run}`,
        type: 'opportunity',
        user_id: Number(me.remoteId),
        partner_id: company,
        expected_revenue: 48250.5,
        date_deadline: '2027-03-04',
        phone: '+44 113 496 0123',
      },
    ]);
    deal = { object: 'deal', api: 'crm.lead', remoteId: String(id) };
  });

  it('reaches the API and knows database and currency', async () => {
    const { tenant, currency } = value(await odooApi.probe(reach));
    expect(tenant).toBeTruthy();
    expect(currency).toMatch(/^[A-Z]{3}$/);
  });

  it('reads a deal exactly', async () => {
    const reading = rawReadingSchema.parse(value(await odooApi.read(reach, deal)));
    expect(reading.fields).toMatchObject({
      name: { text: `Running ${run}` },
      amount: { machine: '48250.5', currency: expect.stringMatching(/^[A-Z]{3}$/) },
      closeDate: { machine: '2027-03-04' },
      owner: { id: me.remoteId },
      account: { text: `Quiet Lake ${run}`, id: String(company) },
      phone: { text: '+44 113 496 0123' },
      email: { text: '' },
      nextStep: { text: '' },
      stage: { closed: 'open' },
    });
  });

  it('reads leads, companies and people as such', async () => {
    const lead = await kw<number>('crm.lead', 'create', [
      { name: `Lead ${run}`, type: 'lead', contact_name: 'Ada' },
    ]);
    const reading = rawReadingSchema.parse(
      value(await odooApi.read(reach, { ...deal, remoteId: String(lead) })),
    );
    expect(reading.ref.object).toBe('lead');
    expect(reading.fields.contact?.text).toBe('Ada');
    expect(reading.fields).not.toHaveProperty('amount');
    const partner: RecordRef = { object: 'contact', api: 'res.partner', remoteId: String(company) };
    expect(value(await odooApi.read(reach, partner)).ref.object).toBe('account');
  });

  it('says of a record that is gone that it is gone', async () => {
    const answer = await odooApi.read(reach, { ...deal, remoteId: '99999999' });
    expect(answer).toMatchObject({ ok: false, fault: { code: 'refused', retry: false } });
  });

  it('lists open, won and lost deals, pages after pages, each once', async () => {
    const many = Array.from({ length: 105 }, (_, at) => ({
      name: `Many ${run} ${at}`,
      type: 'opportunity',
      user_id: Number(me.remoteId),
    }));
    const [won, lost] = (await kw<number[]>('crm.lead', 'create', [many])) as [number, number];
    await kw('crm.lead', 'action_set_won', [[won]]);
    await kw('crm.lead', 'action_set_lost', [[lost]]);
    const foreign = await kw<number>('crm.lead', 'create', [
      { name: `Nobody's ${run}`, type: 'opportunity', user_id: false },
    ]);
    const seen = new Map<string, string | undefined>();
    let cursor: string | null = null;
    let listed = 0;
    for (let turn = 0; turn < 50; turn += 1) {
      const answer: Awaited<ReturnType<typeof odooApi.listMine>> = await odooApi.listMine(
        reach,
        me,
        '2026-01-01',
        cursor,
      );
      const { deals, next, total } = value(answer);
      if (cursor === null) expect(total).toBeGreaterThan(105);
      for (const { ref, fields } of deals) seen.set(ref.remoteId, fields.stage?.closed);
      listed += deals.length;
      cursor = next;
      if (cursor === null) break;
    }
    expect(seen.size).toBe(listed);
    expect([won, lost, Number(deal.remoteId)].map((id) => seen.get(String(id)))).toEqual([
      'won',
      'lost',
      'open',
    ]);
    expect(seen.has(String(foreign))).toBe(false);
    const { fields } = value(await odooApi.read(reach, { ...deal, remoteId: String(won) }));
    // Never given a deadline: the day it closed is the day it was won.
    expect(fields.closeDate?.machine).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('keeps a call as one done activity, found by our reference and never doubled', async () => {
    const write = written(1);
    expect(value(await odooApi.find(reach, write))).toBeNull();
    const first = value(await odooApi.write(reach, write));
    expect(value(await odooApi.find(reach, write))).toEqual(first);
    expect(value(await odooApi.write(reach, write))).toEqual(first);
    const [message, ...more] = await kw<{ body: string; mail_activity_type_id: [number, string] | false }[]>(
      'mail.message',
      'search_read',
      [
        [
          ['model', '=', 'crm.lead'],
          ['res_id', '=', Number(deal.remoteId)],
          ['body', 'ilike', write.reference],
        ],
      ],
      { fields: ['body', 'mail_activity_type_id'] },
    );
    expect(more).toEqual([]);
    expect(message?.mail_activity_type_id).toBeTruthy();
    expect(message?.body).toContain('&lt;b&gt;who&lt;/b&gt;');
    expect(message?.body).toContain('한국어도.');
    expect(
      await kw('mail.activity', 'search', [
        [
          ['res_model', '=', 'crm.lead'],
          ['res_id', '=', Number(deal.remoteId)],
        ],
      ]),
    ).toEqual([]);
  });

  it('ticks off a call that was planned before a crash, instead of planning it again', async () => {
    const write = written(2);
    await kw('crm.lead', 'activity_schedule', [[Number(deal.remoteId)]], {
      act_type_xmlid: 'mail.mail_activity_data_call',
      summary: write.subject,
      note: `<p>Touchline ${write.reference} 2026-11-20</p>`,
      date_deadline: '2026-11-20',
      user_id: Number(me.remoteId),
    });
    expect(value(await odooApi.find(reach, write))).toBeNull();
    const { remoteId } = value(await odooApi.write(reach, write));
    expect(value(await odooApi.find(reach, write))).toEqual({ remoteId });
    expect(
      await kw('mail.activity', 'search', [
        [
          ['res_model', '=', 'crm.lead'],
          ['res_id', '=', Number(deal.remoteId)],
        ],
      ]),
    ).toEqual([]);
  });

  it('keeps a message as an internal note', async () => {
    const write = written(3, { channel: 'email', subject: 'E-mail sent' });
    const { remoteId } = value(await odooApi.write(reach, write));
    const [note] = await kw<{ subtype_id: [number, string]; body: string }[]>('mail.message', 'read', [
      [Number(remoteId)],
      ['subtype_id', 'body'],
    ]);
    expect(note?.subtype_id[1]).toBe('Note');
    expect(note?.body).toContain('<p>E-mail sent</p>');
    expect(value(await odooApi.write(reach, write))).toEqual({ remoteId });
  });

  it('lists a day’s activities: ours on the day of the call', async () => {
    const listed = value(await odooApi.activitiesOf(reach, me, '2026-11-20')).filter(
      ({ record }) => record?.remoteId === deal.remoteId,
    );
    expect(listed).toHaveLength(3);
    expect(new Set(listed.map((one) => one.reference))).toEqual(new Set([1, 2, 3].map(reference)));
    expect(listed.every(({ day, at }) => day === '2026-11-20' && at === null)).toBe(true);
    expect(listed.find((one) => one.reference === reference(3))?.subject).toBe('E-mail sent');
  });

  it('tells that nobody is signed in', async () => {
    const stranger: Reach = { ...reach, fetch: (path, init) => fetch(reach.base + path, init) };
    expect(await odooApi.whoami(stranger)).toMatchObject({ ok: false, fault: { code: 'not-signed-in' } });
  });
});
