// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DoorsContext } from '@/components/options/doors';
import { Options } from '@/components/options/options';
import { announce } from '@/components/ui/live';
import { handlersOf } from '@/lib/services/handlers';
import { applySeed } from '@/lib/services/seed';
import type { World } from '@/lib/services/world';
import { testWorld } from '../../support/world';
import { openPage, type OpenPage } from '../page';

const NOW = Date.UTC(2026, 10, 23, 15, 0);
const FULL = 'disk is full, so nothing could be saved';
const CALENDAR = {
  ...{ country: 'US', zone: 'America/New_York' },
  companyDays: [{ day: '2026-12-24', weight: 0, name: 'Eve' }],
};

/** A disk that takes nothing more from the moment it is full, as the browser's database says it. */
function fillable(world: World): { world: World; fill: (full?: boolean) => void } {
  let full = false;
  const guarded = <T extends object>(part: T): T =>
    new Proxy(part, {
      get(target, name) {
        const own = Reflect.get(target, name) as unknown;
        if (
          typeof own !== 'function' ||
          !/^(put|drop|cover|append|move|alias|import|erase)/.test(String(name))
        )
          return own;
        return (...args: readonly unknown[]) =>
          full
            ? Promise.reject(new DOMException('no room', 'QuotaExceededError'))
            : (own as (...args: readonly unknown[]) => unknown).apply(target, [...args]);
      },
    });
  const { shelf, goals, people, data, log, outbox } = world.store;
  const store = {
    ...world.store,
    ...{ shelf: guarded(shelf), goals: guarded(goals), people: guarded(people) },
    ...{ data: guarded(data), log: guarded(log), outbox: guarded(outbox) },
  };
  return { world: { ...world, store }, fill: (now = true) => void (full = now) };
}

describe('options on a full disk', () => {
  let page: OpenPage;
  let fill: (full?: boolean) => void;
  let inner: World;

  async function open(route: string): Promise<void> {
    const test = await testWorld({ now: NOW, managed: seed });
    await applySeed(test.world);
    inner = test.world;
    const made = fillable(test.world);
    fill = made.fill;
    window.location.hash = route;
    page = await openPage(
      made.world,
      <DoorsContext
        value={{ askForOrigin: () => Promise.resolve(true), holidays: () => Promise.resolve(null) }}
      >
        <Options />
      </DoorsContext>,
    );
    await page.settled();
  }
  const seed = {
    ...{ touchline: 1, language: 'en', role: 'sdr', me: { name: 'Dana' }, calendar: CALENDAR },
    goals: [{ metric: 'dials', period: 'day', target: 60, headline: true }],
    crms: [{ kind: 'tryton', base: 'https://erp.example', label: 'ERP' }],
  };

  beforeEach(() => announce(''));
  afterEach(() => page.close());

  /** What is stored is what was there before: nothing of an act that failed. */
  async function stored() {
    const handlers = handlersOf(inner);
    const of = { caller: 'page', tabId: null, documentId: 'p', origin: null } as const;
    const [settings, goals, crms] = await Promise.all([
      handlers['settings.read']({}, of),
      handlers['goal.list']({}, of),
      handlers['crm.list']({}, of),
    ]);
    return JSON.stringify([settings.ok && settings.value.file, goals, crms]);
  }

  /** Does the act on a disk that is full, and checks that it is said and that nothing claims to be saved. */
  async function fails(act: () => Promise<void>): Promise<void> {
    const before = await stored();
    fill();
    await act();
    await page.says(FULL);
    await page.settled();
    expect(page.text()).not.toMatch(/Saved|in use now|is now on key|Touchline is empty/);
    expect(await stored()).toBe(before);
  }

  it('a choice goes back to what is stored', async () => {
    await open('look');
    await fails(() => page.click(page.field('Dark')));
    expect([page.field('Dark').checked, page.field('As the CRM’s page').checked]).toEqual([false, true]);
  });

  it('a name stays as it was typed, and is saved when there is room again', async () => {
    await open('look');
    await fails(async () => {
      await page.type(page.field('My name'), 'Dana Ruiz');
      await page.leave(page.field('My name'));
    });
    expect(page.field('My name').value).toBe('Dana Ruiz');
    fill(false);
    await page.leave(page.field('My name'));
    await page.says('Saved');
    expect(page.text()).not.toContain(FULL);
    expect(await stored()).toContain('"me":{"name":"Dana Ruiz"}');
  });

  it('a country goes back, a share of a day stays as typed', async () => {
    await open('calendar');
    await fails(async () => {
      await page.type(page.field('Country'), 'KR');
      await page.type(page.field('Fri'), '0,5');
      await page.leave(page.field('Fri'));
    });
    expect([page.field('Country').value, page.field('Fri').value]).toEqual(['US', '0,5']);
  });

  it('a company day stays in the form, and one that was to go stays in the list', async () => {
    await open('calendar');
    await fails(async () => {
      await page.type(page.field('Day'), '2026-12-28');
      await page.type(page.field('Name'), 'Between the years');
      await page.click(page.button('Add'));
    });
    expect([page.field('Day').value, page.field('Name').value]).toEqual(['2026-12-28', 'Between the years']);
    await page.click(page.button(/^Remove Thu/));
    await page.settled();
    expect(page.text()).toContain('Eve');
  });

  it('outcomes keep their order, and words stay as typed', async () => {
    await open('outcomes');
    await fails(() => page.click(page.button('Move Voicemail up')));
    const first = () => document.querySelector('tbody tr')!.querySelector('input')!.value;
    expect(first()).toBe('No answer');
    await page.type(page.field('No answer in English'), 'Nobody');
    await page.leave(page.field('No answer in English'));
    await page.settled();
    expect(first()).toBe('Nobody');
    await page.type(page.field(/^A connect is a conversation/), '90');
    await page.leave(page.field(/^A connect is a conversation/));
    await page.settled();
    expect(page.field(/^A connect is a conversation/).value).toBe('90');
  });

  it('a goal stays in its form', async () => {
    await open('goals');
    await page.says('Add a goal');
    await fails(async () => {
      await page.click(page.button('Add a goal'));
      await page.type(page.field('Target'), '40');
      await page.click(page.button('Save goal'));
    });
    expect(page.field('Target').value).toBe('40');
  });

  it('a goal that was to be archived, and a CRM that was to be removed, are still there', async () => {
    await open('goals');
    await page.says('a day: 60');
    await fails(async () => {
      await page.click(page.button('Archive'));
      await page.click(page.buttons('Archive').at(-1)!);
    });
    expect(page.text()).toContain('a day: 60');
    await page.close();
    await open('crms');
    await page.says('ERP');
    await fails(async () => {
      await page.click(page.button('Remove'));
      await page.click(page.buttons('Remove').at(-1)!);
    });
    expect(page.text()).toContain('https://erp.example');
  });

  it('a settings file is not said to be in use', async () => {
    await open('data');
    await page.says('Read a settings file');
    await fails(async () => {
      await page.choose('Read a settings file', '{"touchline":1,"retentionDays":90}');
      await page.says('It sets: retentionDays.');
      await page.click(page.button('Use these settings'));
    });
    expect(page.text()).toContain('It sets: retentionDays.');
  });

  it('days of keeping stay as typed, and nothing is erased', async () => {
    await open('data');
    await page.says('How long');
    await fails(async () => {
      await page.type(page.field('Days'), '90');
      await page.leave(page.field('Days'));
    });
    expect(page.field('Days').value).toBe('90');
    await page.type(page.field(/^Type/), 'erase');
    await page.click(page.button('Erase everything'));
    await page.settled();
    expect(page.field(/^Type/).value).toBe('erase');
    expect(page.text()).not.toContain('Touchline is empty');
  });

  it.each([
    ['setup/you', 'Your name', 'Kim', 'Continue'],
    ['setup/goal', 'Calls a day', '55', 'Set this goal'],
    ['setup/place', 'From', '08:00', 'Continue'],
  ])('the first questions stay where they are: %s', async (route, label, text, button) => {
    await open(route);
    await page.says(button);
    await fails(async () => {
      await page.type(page.field(label), text);
      await page.click(page.button(button));
    });
    expect(page.field(label).value).toBe(text);
    expect(window.location.hash).toBe(`#${route}`);
  });
});
