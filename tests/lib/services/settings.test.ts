import { describe, expect, it } from 'vitest';
import type { Parsed } from '@/lib/rpc/contract';
import { handlersOf } from '@/lib/services/handlers';
import { applySeed } from '@/lib/services/seed';
import { testWorld } from '../../support/world';
import { page, value } from './scene';

const NOW = Date.UTC(2026, 10, 23, 15, 0);
type Patch = Omit<Parsed<'settings.save'>, 'touchline'>;

/** A machine whose company file can be changed under it. */
async function machine(company: object | null) {
  const test = await testWorld({ now: NOW });
  let file: unknown = company === null ? null : { touchline: 1, ...company };
  const world = { ...test.world, managed: () => Promise.resolve(file) };
  const handlers = handlersOf(world);
  const read = async () => value(await handlers['settings.read']({}, page));
  return {
    ...{ world, handlers, read },
    deploy: (next: object | null) => void (file = next === null ? null : { touchline: 1, ...next }),
    save: async (patch: Patch) => value(await handlers['settings.save']({ touchline: 1, ...patch }, page)),
    file: async () => (await read()).file,
    company: async () => (await read()).company,
  };
}

const US = { country: 'US', region: 'CA', zone: 'America/Los_Angeles' };
const day = (text: string, more: object) => ({ day: text, ...more }) as never;
const EVE = day('2026-12-24', { weight: 0.5, half: 'afternoon', name: 'Christmas Eve' });
const NEW_YEAR = day('2027-01-04', { weight: 0, name: 'Closed' });
const MY_DAY = day('2026-11-27', { share: 1 });

describe('what the company set and the user left alone', () => {
  it('follows the company’s file after the user has changed something else', async () => {
    const { save, deploy, file } = await machine({ retentionDays: 180, role: 'sdr', calendar: US });
    await save({ appearance: 'dark' });
    deploy({ retentionDays: 90, role: 'ae', calendar: { ...US, region: 'NY' } });
    expect(await file()).toMatchObject({
      ...{ appearance: 'dark', retentionDays: 90, role: 'ae' },
      calendar: { region: 'NY', zone: 'America/Los_Angeles' },
    });
  });

  it('is the rest of the calendar, when the user has entered days off', async () => {
    const { save, deploy, file } = await machine({ calendar: { ...US, companyDays: [EVE] } });
    await save({ calendar: { daysOff: [MY_DAY] } });
    deploy({ calendar: { ...US, companyDays: [EVE, NEW_YEAR] } });
    expect((await file()).calendar).toMatchObject({ companyDays: [EVE, NEW_YEAR], daysOff: [MY_DAY] });
  });

  it('goes when the company takes its file back; what the user entered stays', async () => {
    const { save, deploy, file } = await machine({ retentionDays: 180, calendar: US });
    await save({ calendar: { daysOff: [MY_DAY] } });
    deploy(null);
    expect(await file()).toEqual({ touchline: 1 });
    await save({ calendar: { country: 'KR', region: null, zone: 'Asia/Seoul' } });
    expect((await file()).calendar).toMatchObject({ country: 'KR', daysOff: [MY_DAY] });
  });
});

describe('what the user changed', () => {
  it('holds against every later file', async () => {
    const { save, deploy, file } = await machine({ retentionDays: 180 });
    await save({ retentionDays: 365 });
    deploy({ retentionDays: 90 });
    expect((await file()).retentionDays).toBe(365);
  });

  it('is not kept where it is what the company says anyway', async () => {
    const { save, deploy, file } = await machine({ retentionDays: 180, calendar: US });
    await save({ retentionDays: 180, calendar: { ...US, weekStart: 1 } });
    deploy({ retentionDays: 90, calendar: { ...US, zone: 'America/Denver', weekStart: 7 } });
    expect(await file()).toMatchObject({
      retentionDays: 90,
      calendar: { zone: 'America/Denver', weekStart: 7 },
    });
  });

  it('is given up by setting it back', async () => {
    const { save, deploy, file } = await machine({ retentionDays: 180 });
    await save({ retentionDays: 365 });
    await save({ retentionDays: 180 });
    deploy({ retentionDays: 90 });
    expect((await file()).retentionDays).toBe(90);
  });

  it('is a country with its region: the region of another country is never put beside it', async () => {
    const { save, deploy, file } = await machine({ calendar: { country: 'US', zone: 'America/New_York' } });
    await save({ calendar: { country: 'DE', region: null } });
    deploy({ calendar: { country: 'US', region: 'CA', zone: 'America/New_York' } });
    expect((await file()).calendar).toMatchObject({ country: 'DE', region: null });

    const other = await machine({ calendar: US });
    await other.save({ calendar: { region: 'NY' } });
    other.deploy({ calendar: { country: 'KR', zone: 'Asia/Seoul' } });
    expect((await other.file()).calendar).toMatchObject({ country: 'US', region: 'NY', zone: 'Asia/Seoul' });
  });

  it('survives a company file that nobody understands, and the file is named with its fault', async () => {
    const { save, deploy, file, company } = await machine({ retentionDays: 180 });
    await save({ appearance: 'dark' });
    deploy({ retentionDays: 5, role: 'ae' });
    expect(await file()).toEqual({ touchline: 1, appearance: 'dark' });
    expect(await company()).toMatchObject({ state: 'broken', where: 'retentionDays' });
    deploy({ role: 'ae', goals: [{ metric: 'dails', period: 'day', target: 60 }] });
    expect(await company()).toMatchObject({ state: 'broken', where: 'goals.0.metric' });
    expect((await file()).role).toBeUndefined();
  });

  it('is one change and not the other’s undoing, when two come at once', async () => {
    const { save, file } = await machine(null);
    await Promise.all([save({ retentionDays: 90 }), save({ appearance: 'light' }), save({ role: 'ae' })]);
    expect(await file()).toEqual({ touchline: 1, retentionDays: 90, appearance: 'light', role: 'ae' });
  });

  it('is refused whole when no calendar can be made of it together with the rest', async () => {
    const { handlers, file } = await machine({ calendar: US });
    const hours = { from: '18:00', to: '09:00' };
    const answer = await handlers['settings.save']({ touchline: 1, role: 'ae', calendar: { hours } }, page);
    expect(answer).toMatchObject({ fault: { code: 'bad-input' } });
    expect((await file()).role).toBeUndefined();
  });
});

describe('which parts are the company’s', () => {
  it('is told, without those the user has changed', async () => {
    const { save, company } = await machine({
      ...{ dated: '2026-11-02', retentionDays: 180, me: { name: 'Dana' } },
      calendar: { country: 'US', zone: 'America/New_York', companyDays: [EVE] },
      goals: [{ metric: 'dials', period: 'day', target: 60 }],
    });
    await save({ retentionDays: 90, calendar: { daysOff: [MY_DAY] } });
    expect(await company()).toEqual({
      state: 'holds',
      dated: '2026-11-02',
      parts: ['me', 'country', 'zone', 'companyDays'],
    });
  });

  it('is told as none without a file', async () => {
    expect(await (await machine(null)).company()).toEqual({ state: 'none' });
  });
});

describe('settings kept by an earlier Touchline, which copied the company’s', () => {
  it('are the user’s own where they differ, and follow again from the next change on where they do not', async () => {
    const company = {
      retentionDays: 180,
      role: 'sdr',
      calendar: { country: 'US', zone: 'America/New_York' },
    };
    const { world, save, deploy, file } = await machine(company);
    await world.store.shelf.put('settings', {
      ...{ touchline: 1, retentionDays: 180, role: 'ae', crms: [], goals: [] },
      calendar: { country: 'US', region: null, zone: 'America/New_York', weekStart: 1 },
    });
    expect(await file()).toMatchObject({ role: 'ae', retentionDays: 180 });
    await save({ appearance: 'dark' });
    deploy({ ...company, retentionDays: 90, role: 'sdr' });
    expect(await file()).toMatchObject({ role: 'ae', retentionDays: 90, appearance: 'dark' });
  });
});

describe('the name in the company’s file', () => {
  it('is mine until I give another one', async () => {
    const { world, deploy, save, read } = await machine({ me: { name: 'D. Ruiz' } });
    await applySeed(world);
    deploy({ me: { name: 'Dana Ruiz' } });
    await applySeed(world);
    expect((await read()).me).toBe('Dana Ruiz');
    await save({ me: { name: 'Dana' } });
    deploy({ me: { name: 'Dana R. Ruiz' } });
    await applySeed(world);
    expect((await read()).me).toBe('Dana');
  });
});
