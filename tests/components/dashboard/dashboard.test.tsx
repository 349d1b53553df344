// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ulid } from 'ulid';
import { Dashboard } from '@/components/dashboard/dashboard';
import { recordKey, type EventId, type InstanceId } from '@/lib/domain/ids';
import { meaningOf, defaultOutcomes, CONVERSATION_SECONDS } from '@/lib/domain/outcome';
import { dayOf } from '@/lib/domain/time';
import { register } from '@/lib/services/crms';
import { ensureMe } from '@/lib/services/identity';
import { testWorld, type TestWorld } from '../../support/world';
import { openPage, type OpenPage } from '../page';

const ZONE = 'America/New_York';
// The pages read the machine's clock, so the services are given the same.
const NOW = Date.now();

describe('the dashboard on the real services', () => {
  let test: TestWorld;
  let page: OpenPage;
  let instance: InstanceId;

  beforeEach(async () => {
    test = await testWorld({ now: NOW, zone: ZONE });
    const found = { kind: 'tryton' as const, version: null, test: false, label: 'Tryton' };
    instance = (await register(test.world, { ...found, base: 'https://erp.example.com', tenant: 'sales' }))
      .id;
  });
  afterEach(() => page.close());

  /** Logs a call as the panel's service would write it. */
  async function log(name: string, outcome: string, minutesAgo: number): Promise<EventId> {
    const { store } = test.world;
    const me = await ensureMe(test.world);
    const id = ulid() as EventId;
    const at = NOW - minutesAgo * 60_000;
    const record = recordKey({ instance, api: 'party.party', remoteId: name });
    const meant = defaultOutcomes('en').find((one) => one.id === outcome)!;
    const written = await store.log.append({
      events: [
        {
          ...{ id, kind: 'activity.logged', v: 1, actor: me.id, subject: me.id, record },
          ...{ at, recordedAt: at, zone: ZONE, offset: -300, day: dayOf(at, ZONE), source: { via: 'panel' } },
          body: {
            ...{ channel: 'call', direction: 'out', outcome, durationSec: 30, prospect: null, next: null },
            ...{ meaning: meaningOf(meant, 30, CONVERSATION_SECONDS), meetingAt: null, armedBy: 'key' },
          },
        },
      ],
      privates: [{ event: id, record, prospect: null, day: dayOf(at, ZONE), text: '', who: name, phone: '' }],
    });
    expect(written.ok).toBe(true);
    return id;
  }

  async function open(route: string): Promise<void> {
    window.location.hash = route;
    page = await openPage(test.world, <Dashboard />);
  }

  function valueOf(name: string): string {
    const row = [...document.querySelectorAll('table tr')].find(
      (one) => one.querySelector('th')?.textContent === name,
    );
    return row?.querySelector('td')?.textContent ?? 'no such row';
  }

  it('shows what was counted, and a dash with its reason for what is not known', async () => {
    await log('Dana Ruiz', 'no-answer', 3);
    await log('Sam Oyelaran', 'talked', 2);
    await open('progress/quarter');
    await page.says('Conversations');
    expect(valueOf('Calls')).toBe('2');
    expect(valueOf('Conversations')).toBe('1');
    expect(valueOf('Win rate')).toBe('—');
    expect(page.text()).toContain('not covered yet');
  });

  it('lists the records a figure is made of', async () => {
    await log('Dana Ruiz', 'no-answer', 3);
    await log('Sam Oyelaran', 'talked', 2);
    await open('progress/quarter');
    await page.says('Conversations');
    await page.click(page.button('What it is made of: Conversations'));
    await page.says('That is all: 1 row.');
    expect(page.text()).toContain('Sam Oyelaran');
    expect(page.text()).not.toContain('Dana Ruiz');
  });

  it('deletes an entry after asking: it no longer counts, and the log keeps it', async () => {
    const id = await log('Dana Ruiz', 'no-answer', 3);
    await open('activities');
    await page.says('Dana Ruiz');
    await page.click(page.button(/^Delete Dana Ruiz/));
    expect(page.asked('activity.withdraw')).toEqual([]);
    await page.click(page.button('Delete'));
    await page.says('Nothing logged yet');
    expect(page.asked('activity.withdraw')).toEqual([{ id }]);
    const { progress: _goals, metrics } = (
      (await page.call('progress.read', {})) as never as {
        value: { progress: unknown; metrics: { metric: string; period: string; value: number }[] };
      }
    ).value;
    expect(metrics.find((one) => one.metric === 'dials' && one.period === 'quarter')?.value).toBe(0);
    expect(await test.world.store.log.event(id)).not.toBeNull();
  });

  it('corrects an entry by a new one, and figures follow', async () => {
    const id = await log('Dana Ruiz', 'no-answer', 3);
    await open('activities');
    await page.says('Dana Ruiz');
    await page.click(page.button(/^Correct Dana Ruiz/));
    const outcomes = [...document.querySelectorAll('select')].filter(
      (one) => one.labels[0]?.textContent === 'Outcome',
    );
    await page.type(outcomes.at(-1)!, 'talked');
    await page.click(page.button('Save correction'));
    await page.says('Corrected. Your figures follow.');
    expect(page.asked('activity.correct')).toMatchObject([{ supersedes: id, outcome: 'talked' }]);
    await page.says('Talked');
    const list = await page.call('activity.list', {
      ...{ from: null, to: null, channel: null, outcome: null, find: '', before: null, limit: 50 },
    });
    expect(list).toMatchObject({ ok: true, value: { rows: [{ outcome: 'talked' }] } });
  });

  it('finds by name, and says when nothing fits', async () => {
    await log('Dana Ruiz', 'no-answer', 3);
    await log('Sam Oyelaran', 'talked', 2);
    await open('activities');
    await page.says('2 entries shown');
    await page.type(page.field('Name or words'), 'oyel');
    await page.says('1 entry shown');
    await page.type(page.field('Name or words'), 'nobody');
    await page.says('Nothing fits these filters.');
    await page.click(page.button('Clear filters'));
    await page.says('2 entries shown');
  });

  it('says which tab to open when the CRM cannot be asked', async () => {
    await open('compare');
    await page.says('Tryton');
    await page.click(page.button('Compare'));
    await page.says('in a tab and sign in, then compare again.');
  });
});
