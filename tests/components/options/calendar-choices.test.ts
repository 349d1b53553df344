import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shareOf } from '@/components/options/calendar/share';
import { countriesIn, countryGuess, currencyOf } from '@/components/options/calendar/countries';
import { zonesWith } from '@/components/options/calendar/use-calendar';
import { weekdayName } from '@/components/options/calendar/weekdays';

describe('countries', () => {
  const packaged = readdirSync('public/holidays').map((name) => name.replace('.json', ''));

  it('said to have public holidays are exactly those packaged', () => {
    const { known } = countriesIn('en');
    expect(known.map(({ code }) => code).toSorted()).toEqual(packaged.toSorted());
  });

  it('stand once, under a name, with a currency where holidays are packaged', () => {
    const { known, others } = countriesIn('ko');
    const codes = [...known, ...others].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code, name } of [...known, ...others]) expect(name, code).not.toBe(code);
    for (const { code } of known) expect(currencyOf(code)).toMatch(/^[A-Z]{3}$/);
  });

  it('are guessed from a language only when it names a region', () => {
    expect(countryGuess(['en-GB', 'en'])).toBe('GB');
    expect(countryGuess(['ko', 'ko-KR'])).toBe('KR');
    expect(countryGuess(['zh-Hant-TW'])).toBe('TW');
    expect(countryGuess(['en', 'de'])).toBeNull();
    expect(countryGuess([])).toBeNull();
  });
});

describe('a share of a day', () => {
  it.each([
    ['1', 1],
    ['0', 0],
    ['0.5', 0.5],
    ['0,8', 0.8],
    ['.25', 0.25],
  ])('%s is %d', (text, share) => {
    expect(shareOf(text)).toBe(share);
  });

  it.each(['', '1.5', '-1', 'half', '0.5.5', '2'])('%j is none', (text) => {
    expect(shareOf(text)).toBeNull();
  });
});

it('keeps a chosen zone that the browser does not list', () => {
  expect(zonesWith('Mars/Olympus')[0]).toBe('Mars/Olympus');
  expect(zonesWith('Asia/Seoul').filter((zone) => zone === 'Asia/Seoul')).toHaveLength(1);
});

it('names weekdays from Monday', () => {
  expect(weekdayName('en', 1, 'long')).toBe('Monday');
  expect(weekdayName('ko', 7, 'long')).toBe('일요일');
});
