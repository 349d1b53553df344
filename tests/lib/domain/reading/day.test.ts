import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayHints, orderAmong, orderOf, readDay, readMachineDay } from '@/lib/domain/reading/day';

const hints: DayHints = { order: null, language: null, zone: null, thisYear: 2026 };
const LOCALES = [
  'en-US',
  'en-GB',
  'en-IN',
  'de-DE',
  'de-CH',
  'fr-FR',
  'fr-CH',
  'es-ES',
  'it-IT',
  'nl-NL',
  'pt-BR',
  'pt-PT',
  'sv-SE',
  'pl-PL',
  'ja-JP',
  'tr-TR',
  'ar-EG',
  'ko-KR',
] as const;
const days = fc
  .integer({ min: Date.UTC(2000, 0, 1) / 864e5, max: Date.UTC(2079, 11, 31) / 864e5 })
  .map((count) => new Date(count * 864e5));

describe('dates written by Intl come back, the locale known', () => {
  it.each(LOCALES)('%s', (locale) => {
    fc.assert(
      fc.property(days, fc.constantFrom(undefined, 'short', 'medium', 'long', 'full'), (date, dateStyle) => {
        const text = new Intl.DateTimeFormat(locale, {
          ...(dateStyle ? { dateStyle } : {}),
          timeZone: 'UTC',
        } as Intl.DateTimeFormatOptions).format(date);
        const near = { ...hints, thisYear: date.getUTCFullYear() };
        const read = readDay(text, { ...near, order: orderOf(locale) });
        expect(read, text).toEqual({ value: date.toISOString().slice(0, 10), confidence: 'exact' });
      }),
      { numRuns: 150 },
    );
  });
});

describe('dates with the time of day', () => {
  it.each(LOCALES)('%s', (locale) => {
    const at = Date.UTC(2026, 7, 28, 14, 55);
    const text = new Intl.DateTimeFormat(locale, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'UTC',
    }).format(at);
    expect(readDay(text, { ...hints, order: orderOf(locale) }).value, text).toBe('2026-08-28');
  });
});

describe('without the locale it is right or silent', () => {
  it.each(LOCALES)('%s', (locale) => {
    fc.assert(
      fc.property(days, (date) => {
        const text = new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }).format(date);
        const { value } = readDay(text, { ...hints, thisYear: date.getUTCFullYear() });
        if (value !== null) expect(value, text).toBe(date.toISOString().slice(0, 10));
      }),
    );
  });
});

describe('says what it is', () => {
  it.each([
    ['2026-03-31', '2026-03-31'],
    ['2026/3/31', '2026-03-31'],
    ['2026. 3. 31.', '2026-03-31'],
    ['2026년 3월 31일', '2026-03-31'],
    ['2026年3月31日', '2026-03-31'],
    ['2026. 3. 31. (화)', '2026-03-31'],
    ['26. 3. 31.', '2026-03-31'],
    ['31.3.2026', '2026-03-31'],
    ['31.03.2026', '2026-03-31'],
    ['26년 3월 31일', '2026-03-31'],
    ['2026.03.31.(화)', '2026-03-31'],
    ['3/31/2026', '2026-03-31'],
    ['31/03/2026', '2026-03-31'],
    ['31-3-2026', '2026-03-31'],
    ['04/04/2026', '2026-04-04'],
    ['8/28/26, 10:55 AM', '2026-08-28'],
    ['2026-02-18T20:18:53.000+0000', '2026-02-18'],
    ['2026. 8. 28. 오후 2:55', '2026-08-28'],
    ['Mar 31, 2026', '2026-03-31'],
    ['31 mrt 2026', '2026-03-31'],
    ['31 de mar. de 2026', '2026-03-31'],
    ['31. März 2026', '2026-03-31'],
    ['March 31st, 2026', '2026-03-31'],
    ['Tuesday, March 31, 2026', '2026-03-31'],
    ['1er mars 2026', '2026-03-01'],
    ['٣١‏/٣‏/٢٠٢٦', '2026-03-31'],
    ['２０２６年３月３１日', '2026-03-31'],
  ])('%s', (text, day) => expect(readDay(text, hints)).toEqual({ value: day, confidence: 'exact' }));

  it.each(['Mar 31', '3월 31일', '3月31日'])('takes this year for %s, and says so', (text) => {
    expect(readDay(text, hints)).toEqual({ value: '2026-03-31', confidence: 'likely' });
  });
});

describe('stays unread', () => {
  it.each([
    '03/04/2026',
    '3/4/26',
    '26/3/31',
    // 31 March 2026 in Germany, 26 March 2031 in Korea; and the other way round.
    '31.03.26',
    '26.03.31',
    '3-4-2026',
    '31/31/2026',
    '30.02.2026',
    '31/3/2569',
    '31 มีนาคม 2569',
    '1405/01/11',
    // Two digits of another calendar: 2569, Reiwa 8, 1448.
    '31/3/69',
    '31.3.69',
    '31 Mar 69',
    '31/1/48',
    '26年3月31日',
    '115/03/31',
    '民國115年3月31日',
    '١١/٠١/١٤٠٥',
    'R8/3/31',
    '令和8年3月31日',
    'Mar 2026',
    'Q3 2026',
    'Mar 31 Apr 2 2026',
    '26 Mar 31',
    'tomorrow',
    '오늘',
    '2026',
    '31',
    '1/2',
    '2026-13-01',
    '2026-02-30',
    '<i>2026-03-31</i>',
    '0000-00-00',
    '12/31/9999',
  ])('%s', (text) => expect(readDay(text, hints)).toEqual({ value: null, confidence: 'ambiguous' }));

  it('whatever stands there, it answers', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { value } = readDay(text, hints);
        if (value !== null) expect(value).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
    );
  });
});

describe('the order', () => {
  it.each([
    [['8/28/26, 10:55 AM', '12/3/2026'], 'mdy'],
    [['28/08/2026', '03/04/2026'], 'dmy'],
    [['3/4/2026', '5/6/2026'], null],
    [['28/08/2026', '8/28/2026'], null],
    [['31.3.2026', '3/4/2026'], null],
    [[], null],
  ] as const)('of %j is %s', (texts, order) => expect(orderAmong(texts)).toBe(order));

  it.each([
    ['en-US', 'mdy'],
    ['en-GB', 'dmy'],
    ['ko-KR', 'ymd'],
    ['sv-SE', 'ymd'],
    // English alone is Britain's 3 April as well as America's 4 March.
    ['en', null],
    ['no such locale', null],
    [null, null],
  ] as const)('of %s is %s', (locale, order) => expect(orderOf(locale)).toBe(order));

  it('reads by the locale what could be two days', () => {
    expect(readDay('03/04/2026', { ...hints, order: 'dmy' }).value).toBe('2026-04-03');
    expect(readDay('03/04/2026', { ...hints, order: 'mdy' }).value).toBe('2026-03-04');
  });

  it('reads a short year between dots by the language where the locale is not known', () => {
    const inLanguage = (language: string, text: string) => readDay(text, { ...hints, language }).value;
    expect([inLanguage('de-DE', '31.03.26'), inLanguage('ko', '26.03.31')]).toEqual([
      '2026-03-31',
      '2026-03-31',
    ]);
    // A language says nothing of slashes: its user may have chosen another country's.
    expect([inLanguage('de-DE', '03/04/26'), inLanguage('ko', '26/3/31')]).toEqual([null, null]);
  });

  it('reads short years by the locale, dotted or not', () => {
    const by = (order: 'dmy' | 'ymd', text: string) => readDay(text, { ...hints, order }).value;
    expect([
      by('dmy', '31.03.26'),
      by('ymd', '26.03.31'),
      by('ymd', '26. 3. 31'),
      by('ymd', '26/3/31'),
    ]).toEqual(Array.from({ length: 4 }, () => '2026-03-31'));
    expect(by('ymd', '31.03.2026')).toBe('2026-03-31');
    // Reiwa 8 on a Japanese page, 2569 on a Thai one.
    expect([by('ymd', '8.3.31'), by('ymd', '08/3/31'), by('dmy', '31/3/69')]).toEqual([null, null, null]);
  });

  it('knows the months of its own languages only: listopad is November in Poland and October in Croatia', () => {
    const inLanguage = (language: string | null) =>
      readDay('3. listopada 2026.', { ...hints, language }).value;
    expect([inLanguage(null), inLanguage('pl'), inLanguage('hr-HR')]).toEqual([
      '2026-11-03',
      '2026-11-03',
      null,
    ]);
  });

  it('does not bend a date that does not fit it', () => {
    expect(readDay('31/03/2026', { ...hints, order: 'mdy' }).value).toBeNull();
  });
});

describe('machine values', () => {
  it.each([
    ['2026-03-31', null, '2026-03-31'],
    [' 2026-03-31\n', null, '2026-03-31'],
    ['2026-03-31T23:30:00.000Z', null, '2026-03-31'],
    ['2026-03-31T23:30:00.000Z', 'Asia/Seoul', '2026-04-01'],
    ['2026-03-31T23:30:00.000+0000', 'America/New_York', '2026-03-31'],
    ['31.03.2026', null, null],
    ['2026-03-32', null, null],
    ['', null, null],
  ])('%s in %s is %s', (text, zone, day) => expect(readMachineDay(text, zone)).toBe(day));
});
