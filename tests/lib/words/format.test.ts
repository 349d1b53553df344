import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoney } from '@/lib/domain/reading/money';
import type { Day } from '@/lib/domain/time';
import { duration, parseDuration } from '@/lib/words/format/duration';
import { money } from '@/lib/words/format/money';
import { parseMoney } from '@/lib/words/format/parse-money';
import { withParticles } from '@/lib/words/format/particle';
import { personName } from '@/lib/words/format/person';
import { clock, date, dayWord, moment } from '@/lib/words/format/when';

describe('money', () => {
  it.each([
    ['en', 4_800_000, 'USD', 'full', '$48,000'],
    ['en', 4_800_050, 'USD', 'full', '$48,000.50'],
    ['en', 41_234_567, 'EUR', 'short', '€412k'],
    ['en', 120_000_000, 'GBP', 'short', '£1.2M'],
    ['en', 48_000, 'JPY', 'full', '¥48,000'],
    ['en', 48_000, 'KWD', 'full', 'KWD 48'],
    // Only the short form's K becomes small, not one in the currency's name.
    ['en', 48_000_000, 'KWD', 'short', 'KWD 48k'],
    ['en', 4_800_000, 'HKD', 'short', 'HK$48k'],
    ['en', 4_800_000, 'DKK', 'short', 'DKK 48k'],
    ['en', -4_800_000, 'SEK', 'short', '-SEK 48k'],
    ['en', -0.4, 'USD', 'full', '$0'],
    ['en', 4_800_000, null, 'full', '48,000'],
    ['ko', 120_000_000, 'KRW', 'full', '1억 2,000만원'],
    ['ko', 30_000_000, 'KRW', 'full', '3,000만원'],
    ['ko', 100_005_000, 'KRW', 'full', '1억 5,000원'],
    ['ko', 0, 'KRW', 'full', '0원'],
    ['ko', -20_000, 'KRW', 'full', '-2만원'],
    ['ko', 412_000_000, 'KRW', 'short', '4.12억원'],
    ['ko', 48_000_000, 'KRW', 'short', '4,800만원'],
    ['ko', 99_996_000, 'KRW', 'short', '1억원'],
    ['ko', 123_400_000_000, 'KRW', 'short', '1,234억원'],
    ['ko', 9_000, 'KRW', 'short', '9,000원'],
    ['ko', 1_200_000_000_000, 'KRW', 'full', '1조 2,000억원'],
    ['ko', 1_000_000_000_000, 'KRW', 'full', '1조원'],
    ['ko', 1_000_000_005_000, 'KRW', 'full', '1조 5,000원'],
    ['ko', 1_230_000_000_000, 'KRW', 'short', '1.23조원'],
    ['ko', 999_960_000_000, 'KRW', 'short', '1조원'],
    ['ko', -412_000_000, 'KRW', 'short', '-4.12억원'],
    ['ko', -0.4, 'KRW', 'full', '0원'],
    ['ko', -0.4, 'KRW', 'short', '0원'],
    ['ko', 9_999.6, 'KRW', 'short', '1만원'],
  ] as const)('%s %d %s %s → %s', (language, minor, currency, length, text) => {
    expect(money(language, minor, currency, length).replaceAll('\u00a0', ' ')).toBe(text);
  });
});

describe('won', () => {
  const won = fc.oneof(
    fc.integer({ min: 0, max: 9_999_999_999_999 }),
    fc.integer({ min: 0, max: 9999 }).map((eok) => eok * 100_000_000),
    fc.integer({ min: 0, max: 99_999 }).map((man) => man * 10_000),
  );

  it('come back from their words, typed or on a page', () => {
    fc.assert(
      fc.property(won, (amount) => {
        const text = money('ko', amount, 'KRW');
        expect(parseMoney(text, 'KRW'), text).toBe(amount);
        expect(readMoney(text, { own: null, home: 'KRW', locale: null }).value?.minor, text).toBe(amount);
      }),
    );
  });

  it('in short are never off by more than their last digit', () => {
    fc.assert(
      fc.property(won, (amount) => {
        const text = money('ko', amount, 'KRW', 'short');
        const back = parseMoney(text, 'KRW')!;
        expect(Math.abs(back - amount), `${amount} ${text}`).toBeLessThanOrEqual(
          Math.max(0.5, amount * 0.005),
        );
      }),
    );
  });
});

describe('parseMoney', () => {
  it.each([
    ['48,000', 'USD', 4_800_000],
    ['48k', 'USD', 4_800_000],
    ['$1.2m', 'USD', 120_000_000],
    ['1,234.56', 'EUR', 123_456],
    ['3천만원', 'KRW', 30_000_000],
    ['120백만원', 'KRW', 120_000_000],
    ['1억 2,000만원', 'KRW', 120_000_000],
    ['1.5억', 'KRW', 150_000_000],
    ['2만', 'KRW', 20_000],
    ['3천5백만원', 'KRW', 35_000_000],
    ['1억 3천 5백만원', 'KRW', 135_000_000],
    ['5천억원', 'KRW', 500_000_000_000],
    ['1조 2,000억', 'KRW', 1_200_000_000_000],
    ['1.2345억', 'KRW', 123_450_000],
    ['1억 5,000원', 'KRW', 100_005_000],
    ['３천만원', 'KRW', 30_000_000],
    ['0.29k', 'USD', 29_000],
    ['€1.2m', 'EUR', 120_000_000],
    ['EUR 500', 'EUR', 50_000],
    ['$500', 'CAD', 50_000],
    ['500', null, 50_000],
    ['1.234', 'KWD', 1234],
    ['₩30,000', 'KRW', 30_000],
    ['0', 'KRW', 0],
  ])('%s in %s → %d', (text, currency, minor) => {
    expect(parseMoney(text, currency)).toBe(minor);
  });

  it('multiplies by the unit of a table head', () => {
    expect(parseMoney('120,000', 'KRW', '(단위: 천원)')).toBe(120_000_000);
    expect(parseMoney('120', 'KRW', '단위 : 백만원')).toBe(120_000_000);
  });

  it.each([
    ['€1.2m', 'USD'],
    ['3천만원', 'USD'],
    ['EUR 500', 'KRW'],
    ['$500', 'KRW'],
  ])('refuses "%s" where %s is meant', (text, currency) => expect(parseMoney(text, currency)).toBeNull());

  it.each([
    // A German's thousand is not one and a bit; nothing typed is rounded away.
    ['1.234', 'USD'],
    ['1.234', 'KRW'],
    ['0.5', 'KRW'],
    ['1.23456789012억', 'KRW'],
    ['1억 5천', 'KRW'],
    ['1억 5,000', 'KRW'],
  ])('refuses "%s" in %s rather than round or guess', (text, currency) =>
    expect(parseMoney(text, currency)).toBeNull(),
  );

  it('refuses a unit under a head that multiplies as well', () => {
    expect(parseMoney('3천만원', 'KRW', '(단위: 천원)')).toBeNull();
  });

  it.each(['', 'about 40k', '12 13', '2만 3억', '1,23', '12k5', '-5', 'k', '10..5'])(
    'refuses "%s"',
    (text) => {
      expect(parseMoney(text, 'KRW')).toBeNull();
    },
  );
});

describe('durations', () => {
  it.each([
    [0, '0:00'],
    [42, '0:42'],
    [605, '10:05'],
    [3723, '1:02:03'],
  ])('%d s → %s', (seconds, text) => expect(duration(seconds)).toBe(text));

  it.each([
    ['7', 420],
    ['7:30', 450],
    ['90', 5400],
    ['1:02:03', 3723],
    [' 0:42 ', 42],
  ])('"%s" → %d s', (text, seconds) => expect(parseDuration(text)).toBe(seconds));

  it.each(['', 'x', '7:5', '7:75', '1:99:00', '2000'])('refuses "%s"', (text) =>
    expect(parseDuration(text)).toBeNull(),
  );
});

describe('days and moments', () => {
  const today = '2026-11-23' as Day;

  it.each([
    ['2026-11-23', 'today', '오늘'],
    ['2026-11-24', 'tomorrow', '내일'],
    ['2026-11-22', 'yesterday', '어제'],
    ['2026-11-26', 'Thu', '목'],
    ['2026-11-20', 'Fri', '지난 금'],
    ['2026-12-28', '28 Dec', '12월 28일'],
    ['2027-01-04', '4 Jan 2027', '2027년 1월 4일'],
  ])('%s is %s, %s', (day, en, ko) => {
    expect(dayWord('en', day as Day, today)).toBe(en);
    expect(dayWord('ko', day as Day, today)).toBe(ko);
  });

  it('reads an instant on the clock of a zone, across its day line', () => {
    const at = Date.parse('2026-11-23T16:10:00Z');
    expect(clock(at, 'UTC')).toBe('16:10');
    expect(clock(at, 'Asia/Seoul')).toBe('01:10');
    expect(moment('en', at, at, 'Asia/Seoul')).toBe('today 01:10');
    expect(date('en', '2026-11-24' as Day)).toBe('24 Nov 2026');
  });

  it('writes midnight as 00:00', () =>
    expect(clock(Date.parse('2026-11-23T00:00:00Z'), 'UTC')).toBe('00:00'));
});

describe('Korean particles', () => {
  it.each([
    ['금액[이/가]', '금액이'],
    ['단계[이/가]', '단계가'],
    ['부재[으로/로]', '부재로'],
    ['결번[으로/로]', '결번으로'],
    ['서울[으로/로]', '서울로'],
    ['3[을/를]', '3을'],
    ['2[을/를]', '2를'],
    ['10[으로/로]', '10으로'],
    ['7[으로/로]', '7로'],
    ['120%[이/가]', '120%가'],
    ['30%[으로/로]', '30%로'],
    ['“견적서”[을/를]', '“견적서”를'],
    ['‘제안’[으로/로]', '‘제안’으로'],
    ['한빛(주)[은/는]', '한빛(주)은'],
    ['가[을/를]나[이/가]', '가를나가'],
    ['팀[와/과]', '팀과'],
    [`${'김민지'.normalize('NFD')}[을/를]`, `${'김민지'.normalize('NFD')}를`],
    ['회사[와/과]', '회사와'],
    ['Q4[이나/나]', 'Q4나'],
    ['김민지[이에요/예요]', '김민지예요'],
    ['팀장[이에요/예요]', '팀장이에요'],
    ['Northwind[을/를]', 'Northwind을(를)'],
    ['Dana[으로/로]', 'Dana(으)로'],
  ])('%s → %s', (text, expected) => expect(withParticles(text)).toBe(expected));
});

describe('names', () => {
  it.each([
    ['ko', '김 민지', '팀장', '김민지 팀장님'],
    ['ko', '김민지', null, '김민지 님'],
    ['ko', 'Dana Ruiz', null, 'Dana Ruiz 님'],
    ['ko', '김민지', '대표님', '김민지 대표님'],
    ['en', 'Dana Ruiz', 'CEO', 'Dana Ruiz'],
  ] as const)('%s %s %s → %s', (language, name, title, text) =>
    expect(personName(language, name, title)).toBe(text),
  );
});
