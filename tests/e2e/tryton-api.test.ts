import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reach } from '@/lib/adapters/contract';
import { trytonApi } from '@/lib/adapters/tryton/api';
import type { CrmUser } from '@/lib/domain/instance';
import { crmUserSchema } from '@/lib/domain/instance';
import { type CrmWrite, crmWriteSchema } from '@/lib/domain/outbox';
import { rawReadingSchema, type RecordRef } from '@/lib/domain/record';
import { type Session, startTryton, type Tryton } from '../support/tryton/server';

const started = await startTryton();
const skipped = 'skipped' in started ? started.skipped : null;
const tryton = started as Tryton;

afterAll(async () => {
  if (skipped === null) await tryton.close();
});

/** What the page's tab gives the adapter: same-origin fetch and the web client's own localStorage entry. */
function reachAs(session: Session | null): Reach {
  return {
    base: tryton.url.replace(/\/$/, ''),
    tenant: tryton.db,
    fetch: (path, init) => fetch(tryton.url.replace(/\/$/, '') + path, init),
    stored(area, key) {
      if (session === null || area !== 'local' || key !== `sao_session_${tryton.db}`) return null;
      return JSON.stringify({ login: session.login, user_id: session.userId, session: session.token });
    },
  };
}

function value<T>(result: { ok: true; value: T } | { ok: false; fault: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}

function opportunity(id: number): RecordRef {
  return { object: 'deal', api: 'sale.opportunity', remoteId: String(id) };
}

function callOn(id: number, changes: Partial<CrmWrite> = {}): CrmWrite {
  return crmWriteSchema.parse({
    operation: 'log-activity',
    reference: '01K9R3NDEKTSV4RRFFQ69G5FA1',
    record: opportunity(id),
    contact: null,
    channel: 'call',
    direction: 'out',
    subject: 'Call: talked',
    text: 'Asked <b>who</b> signs & when. 한국어도.',
    outcome: 'talked',
    at: Date.parse('2026-11-20T15:10:00Z'),
    day: '2026-11-20',
    durationSec: 125,
    ...changes,
  });
}

// A named skip: the reason is in the name, so that the run's summary can print it.
describe.skipIf(skipped !== null)(
  `Tryton's API, running${skipped === null ? '' : ` (skipped: ${skipped})`}`,
  () => {
    let reach: Reach;
    let dana: CrmUser;
    beforeAll(async () => {
      reach = reachAs(await tryton.signIn('admin'));
      dana = value(await trytonApi.whoami(reach));
    });

    it('reaches the API and knows the company’s currency', async () => {
      expect(value(await trytonApi.probe(reach))).toEqual({ tenant: 'crm', currency: 'USD' });
    });

    it('says who is signed in, with the employee deals belong to', () => {
      expect(crmUserSchema.parse(dana)).toEqual({
        remoteId: `res.user,${tryton.users.admin}`,
        name: 'Dana Ruiz',
        aliases: [`company.employee,${tryton.employees.admin}`],
      });
    });

    it('reads a deal exactly', async () => {
      const { platform } = tryton.opportunities;
      const reading = rawReadingSchema.parse(value(await trytonApi.read(reach, opportunity(platform.id))));
      expect(reading.source).toBe('api');
      expect(reading.fields).toMatchObject({
        name: { text: platform.description },
        amount: { text: '48250.00', machine: '48250.00', currency: 'USD' },
        stage: { text: 'Opportunity', machine: 'opportunity', closed: 'open' },
        closeDate: { text: '2026-12-18', machine: '2026-12-18' },
        owner: { text: 'Dana Ruiz', id: `company.employee,${tryton.employees.admin}` },
        account: { text: 'Northwind Bakeries', id: String(platform.partyId) },
        contact: { text: 'Northwind Bakeries' },
        phone: { text: '+44 113 496 0123' },
        probability: { text: '60 %', machine: '60' },
      });
    });

    it('reads a deal without amount, party or name as empty, and a party with its phone', async () => {
      const { bare, platform } = tryton.opportunities;
      const { fields } = value(await trytonApi.read(reach, opportunity(bare.id)));
      expect(fields.amount).toEqual({ text: '', currency: 'USD' });
      expect(fields.account).toEqual({ text: '' });
      expect(fields.closeDate).toEqual({ text: '' });
      const party: RecordRef = { object: 'account', api: 'party.party', remoteId: String(platform.partyId) };
      expect(rawReadingSchema.parse(value(await trytonApi.read(reach, party))).fields).toMatchObject({
        name: { text: 'Northwind Bakeries' },
        phone: { text: '+44 113 496 0123' },
        email: { text: 'orders@northwind.example' },
      });
    });

    it('refuses a record that is not there, in Tryton’s own words', async () => {
      const answer = await trytonApi.read(reach, opportunity(99_999));
      expect(answer.ok ? null : answer.fault).toMatchObject({ code: 'refused', retry: false });
      expect(answer.ok ? '' : answer.fault.message).not.toContain('Traceback');
    });

    it('lists my deals, won and lost and converted too, and nobody else’s', async () => {
      const page = value(await trytonApi.listMine(reach, dana, '2026-01-01', null));
      const { others, ...mine } = tryton.opportunities;
      const ids = Object.values(mine).map(({ id }) => String(id));
      expect(page.deals.map(({ ref }) => ref.remoteId).toSorted()).toEqual(ids.toSorted());
      expect(page.deals.map(({ ref }) => ref.remoteId)).not.toContain(String(others.id));
      expect(page.next).toBeNull();
      expect(page.total).toBe(ids.length);
      const closed = (id: number) =>
        page.deals.find(({ ref }) => ref.remoteId === String(id))?.fields.stage?.closed;
      expect([mine.won, mine.lost, mine.converted].map(({ id }) => closed(id))).toEqual([
        'won',
        'lost',
        'open',
      ]);
    });

    it('leaves out what was closed and not touched since', async () => {
      const page = value(await trytonApi.listMine(reach, dana, '2099-01-01', null));
      const ids = page.deals.map(({ ref }) => ref.remoteId);
      expect(ids).toContain(String(tryton.opportunities.platform.id));
      expect(ids).not.toContain(String(tryton.opportunities.won.id));
      expect(ids).not.toContain(String(tryton.opportunities.lost.id));
    });

    it('turns pages until every deal came once', async () => {
      const { platform } = tryton.opportunities;
      const copies = Array.from({ length: 205 }, (_, at) => ({
        description: `Many ${at}`,
        company: tryton.company,
        employee: tryton.employees.admin,
        party: platform.partyId,
        state: 'lead',
      }));
      const context = await tryton.rpc('model.res.user.get_preferences', [true, {}]);
      const made = (await tryton.rpc('model.sale.opportunity.create', [copies, context])) as number[];
      const seen: string[] = [];
      let cursor: string | null = null;
      let pages = 0;
      do {
        const page: Awaited<ReturnType<typeof trytonApi.listMine>> = await trytonApi.listMine(
          reach,
          dana,
          '2026-01-01',
          cursor,
        );
        const { deals, next } = value(page);
        seen.push(...deals.map(({ ref }) => ref.remoteId));
        cursor = next;
        pages += 1;
      } while (cursor !== null && pages < 10);
      expect(pages).toBe(3);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toEqual(expect.arrayContaining(made.map(String)));
    });

    it('writes a call as a note that Tryton’s own API shows, found by our reference and never doubled', async () => {
      const { renewal } = tryton.opportunities;
      const write = callOn(renewal.id);
      expect(value(await trytonApi.find(reach, write))).toBeNull();
      const first = value(await trytonApi.write(reach, write));
      expect(value(await trytonApi.find(reach, write))).toEqual(first);
      expect(value(await trytonApi.write(reach, write))).toEqual(first);
      const notes = (await tryton.rpc('model.ir.note.search_read', [
        [['resource', '=', `sale.opportunity,${renewal.id}`]],
        0,
        null,
        null,
        ['message'],
        {},
      ])) as { message: string }[];
      expect(notes.map(({ message }) => message)).toEqual([
        'Call: talked\n\nAsked <b>who</b> signs & when. 한국어도.\n\nTouchline 01K9R3NDEKTSV4RRFFQ69G5FA1 2026-11-20',
      ]);
    });

    it('finds another call’s note under no other reference', async () => {
      const other = callOn(tryton.opportunities.renewal.id, {
        reference: '01K9R3NDEKTSV4RRFFQ69G5FA2' as CrmWrite['reference'],
      });
      expect(value(await trytonApi.find(reach, other))).toBeNull();
    });

    it('lists a day’s activities: ours on the day of the call, a colleague’s not at all', async () => {
      const { platform } = tryton.opportunities;
      const reference = '01K9R3NDEKTSV4RRFFQ69G5FA3' as CrmWrite['reference'];
      const written = value(
        await trytonApi.write(
          reach,
          callOn(platform.id, { reference, day: '2026-11-18' as CrmWrite['day'] }),
        ),
      );
      const context = await tryton.rpc('model.res.user.get_preferences', [true, {}]);
      const byHand = { resource: `sale.opportunity,${platform.id}`, message: 'Rang them.\nNo answer.' };
      const [handmade] = (await tryton.rpc('model.ir.note.create', [[byHand], context])) as [number];

      expect(value(await trytonApi.activitiesOf(reach, dana, '2026-11-18'))).toEqual([
        {
          remoteId: written.remoteId,
          record: opportunity(platform.id),
          reference,
          subject: 'Call: talked',
          at: null,
          day: '2026-11-18',
        },
      ]);
      const now = new Date();
      const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
        .map((part) => String(part).padStart(2, '0'))
        .join('-');
      const todays = value(await trytonApi.activitiesOf(reach, dana, today));
      expect(todays.map(({ remoteId, reference: ours, subject }) => ({ remoteId, ours, subject }))).toEqual([
        { remoteId: String(handmade), ours: null, subject: 'Rang them.' },
      ]);
      expect(todays[0]?.at).toBeTypeOf('number');
      const kim: CrmUser = { remoteId: `res.user,${tryton.users.kim}`, name: 'Kim', aliases: [] };
      expect(value(await trytonApi.activitiesOf(reach, kim, today))).toEqual([]);
    });

    it('says that a colleague may not write, and writes nothing', async () => {
      const kims = reachAs(await tryton.signIn('kim'));
      expect(value(await trytonApi.whoami(kims))).toMatchObject({ name: 'Kim Okafor' });
      const write = callOn(tryton.opportunities.others.id, {
        reference: '01K9R3NDEKTSV4RRFFQ69G5FA4' as CrmWrite['reference'],
      });
      const answer = await trytonApi.write(kims, write);
      expect(answer.ok ? null : answer.fault).toMatchObject({ code: 'refused', retry: false });
      expect(value(await trytonApi.find(reach, write))).toBeNull();
    });

    it('tells a session that ended and a server that is away from a refusal', async () => {
      const session = await tryton.signIn('admin');
      const ended = await trytonApi.whoami(reachAs({ ...session, token: '0'.repeat(64) }));
      expect(ended.ok ? null : ended.fault.code).toBe('not-signed-in');
      const nobody = await trytonApi.whoami(reachAs(null));
      expect(nobody.ok).toBe(false);
      const away: Reach = { ...reach, fetch: () => fetch('http://127.0.0.1:9/') };
      expect(await trytonApi.whoami(away)).toMatchObject({
        ok: false,
        fault: { code: 'unreachable', retry: true },
      });
    });
  },
);
