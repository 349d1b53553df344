// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DoorsContext, type Doors } from '@/components/options/doors';
import { Options } from '@/components/options/options';
import { applySeed } from '@/lib/services/seed';
import { testWorld, type TestWorld } from '../../support/world';
import { openPage, type OpenPage } from '../page';

const NOW = Date.UTC(2026, 10, 23, 15, 0);

describe('the options page on the real services', () => {
  let test: TestWorld;
  let page: OpenPage;
  let order: string[];
  let answer: boolean | null;

  async function open(route = '', world = test.world): Promise<void> {
    window.location.hash = route;
    order = [];
    answer = null;
    const doors: Doors = {
      askForOrigin: (address) => {
        order.push(`ask ${address}`);
        return Promise.resolve(answer ?? !address.includes('denied.example.com'));
      },
      holidays: () => Promise.resolve(null),
    };
    page = await openPage(
      world,
      <DoorsContext value={doors}>
        <Options />
      </DoorsContext>,
    );
  }

  beforeEach(async () => {
    test = await testWorld({ now: NOW });
  });
  afterEach(() => page.close());

  it('asks four questions on a fresh machine, and saves each answer as it is given', async () => {
    await open();
    await page.says('What do you mostly do?');
    await page.click(page.button('Continue'));
    expect(page.text()).toContain('What is your name?');
    await page.type(page.field('Your name'), 'Dana Ruiz');
    await page.click(page.button('Continue'));
    await page.says('One number is enough');
    const { value } = (await page.call('settings.read', {})) as { value: { me: string } };
    expect(value.me).toBe('Dana Ruiz');

    const target = page.field('Calls a day');
    expect([target.value, target.placeholder]).toEqual(['', 'for example 60']);
    await page.type(target, '55');
    await page.click(page.button('Set this goal'));
    await page.says('Pace counts working days');
    const goals = await page.call('goal.list', {});
    expect(goals).toMatchObject({
      ok: true,
      value: { goals: [{ metric: 'dials', target: 55, headline: true }] },
    });
  });

  it('makes no goal of the example when Later is chosen', async () => {
    await open('setup/goal');
    await page.says('One number is enough');
    await page.click(page.button('Later'));
    await page.says('Pace counts working days');
    expect(await page.call('goal.list', {})).toMatchObject({ ok: true, value: { goals: [] } });
  });

  it('asks the browser in the click, before it asks the background', async () => {
    await open('crms');
    await page.says('Add a CRM');
    await page.type(page.field('Address of your CRM'), 'crm.example.com');
    const before = page.asked('crm.add').length;
    act(() => {
      page.button('Add this CRM').click();
      // Nothing has been awaited yet: the permission was asked for in the click itself.
      expect(order).toEqual(['ask crm.example.com']);
      expect(page.asked('crm.add')).toHaveLength(before);
    });
    await page.says('could not be opened');
    expect(page.asked('crm.add')).toEqual([{ address: 'crm.example.com' }]);
  });

  it('saves a change of the calendar at once and keeps the rest', async () => {
    const calendar = { country: 'KR', zone: 'Asia/Seoul', weekStart: 1 };
    await open('calendar');
    await page.call('settings.save', { touchline: 1, role: 'ae', calendar });
    await page.says('Company days');
    await page.type(page.field('Fri'), '0.5');
    expect(page.asked('settings.save')).toEqual([]);
    await page.leave(page.field('Fri'));
    await page.says('Saved');
    const { value } = (await page.call('settings.read', {})) as { value: { file: unknown } };
    expect(value.file).toMatchObject({
      role: 'ae',
      calendar: { zone: 'Asia/Seoul', week: [1, 1, 1, 1, 0.5, 0, 0] },
    });
  });

  it('says what came of allowing a CRM again: a no, and a page that is no CRM', async () => {
    const doors = { ...test.world.doors, granted: () => Promise.resolve(false) };
    const crms = [{ kind: 'tryton', base: 'https://denied.example.com', label: 'Denied' }];
    const managed = () => Promise.resolve({ touchline: 1, crms });
    await applySeed({ ...test.world, managed });
    await open('crms', { ...test.world, doors });
    await page.says('The browser does not allow reading it');
    await page.click(page.button('Allow again'));
    await page.says('The browser did not allow it, so nothing was read.');
    expect(page.asked('crm.add')).toEqual([]);
    answer = true;
    await page.click(page.button('Allow again'));
    await page.settled();
    expect(page.asked('crm.add')).toEqual([{ address: 'https://denied.example.com' }]);
    expect(page.text()).toContain('The browser did not allow it, so nothing was read.');
  });

  it('says that a file could not be read, and takes the next one', async () => {
    await open('data');
    await page.says('Read a settings file');
    await page.choose('Read a settings file', null);
    await page.says('That file could not be read.');
    await page.choose('Read a settings file', '{"touchline":1,"role":"ae"}');
    await page.says('It sets: role.');
    expect(page.text()).not.toContain('could not be read');
  });

  it('says which parts the company set, and leaves them the company’s when something else is changed', async () => {
    let company = { touchline: 1, dated: '2026-11-02', appearance: 'light', role: 'sdr' } as object;
    await open('look', { ...test.world, managed: () => Promise.resolve(company) });
    await page.says('Set by your company, file of 2 Nov 2026: light or dark, your work.');
    await page.type(page.field('My name'), 'Dana Ruiz');
    await page.leave(page.field('My name'));
    await page.click(page.field('Dark'));
    await page.says('Set by your company, file of 2 Nov 2026: your work.');
    company = { touchline: 1, appearance: 'page', role: 'ae' };
    const { value } = (await page.call('settings.read', {})) as { value: { file: unknown } };
    expect(value.file).toEqual({ touchline: 1, appearance: 'dark', role: 'ae', me: { name: 'Dana Ruiz' } });
  });

  it('says where a company’s file is wrong, and that none of it is used', async () => {
    const company = { touchline: 1, role: 'sdr', retentionDays: 5 };
    await open('crms', { ...test.world, managed: () => Promise.resolve(company) });
    await page.says('Your company’s settings file is not used: retentionDays:');
  });

  it('erases everything only after the word was typed', async () => {
    await open('data');
    await page.call('settings.save', { touchline: 1, role: 'ae', me: { name: 'Dana' } });
    await page.says('Erase everything');
    const erase = page.button('Erase everything');
    expect(erase.disabled).toBe(true);
    await page.type(page.field(/^Type/), 'eras');
    expect(erase.disabled).toBe(true);
    await page.type(page.field(/^Type/), 'erase');
    expect(erase.disabled).toBe(false);
    await page.click(erase);
    await page.says('Touchline is empty');
    const { value } = (await page.call('settings.read', {})) as { value: { file: unknown } };
    expect(value.file).toEqual({ touchline: 1 });
  });

  it('speaks Korean when that was chosen, every section of it', async () => {
    await open('look');
    await page.call('settings.save', { touchline: 1, language: 'ko', me: { name: '김서연' } });
    await page.says('밝게 또는 어둡게');
    expect(document.documentElement.lang).toBe('ko');
    expect(page.text()).not.toMatch(/options\.|setup\./);
  });
});
