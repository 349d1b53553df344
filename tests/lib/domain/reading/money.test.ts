import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponentOf } from '@/lib/domain/money';
import { type MoneyHints, readMoney } from '@/lib/domain/reading/money';

const none: MoneyHints = { own: null, home: null, locale: null };

/** The locales of the facts' table, with the currency each is written in there; and ours. */
const LOCALES = [
  ['en-US', 'USD'],
  ['en-GB', 'GBP'],
  ['en-IN', 'INR'],
  ['de-DE', 'EUR'],
  ['de-CH', 'CHF'],
  ['fr-FR', 'EUR'],
  ['fr-FR', 'USD'],
  ['fr-CA', 'USD'],
  ['fr-FR', 'GBP'],
  ['fr-CH', 'CHF'],
  ['es-ES', 'EUR'],
  ['it-IT', 'EUR'],
  ['nl-NL', 'EUR'],
  ['pt-BR', 'BRL'],
  ['pt-PT', 'EUR'],
  ['sv-SE', 'SEK'],
  ['pl-PL', 'PLN'],
  ['ja-JP', 'JPY'],
  ['tr-TR', 'TRY'],
  ['ar-EG', 'EGP'],
  ['ko-KR', 'KRW'],
  ['en-KW', 'KWD'],
  ['ar-KW', 'KWD'],
] as const;

function written(locale: string, currency: string, minor: number, display: 'symbol' | 'code'): string {
  const value = minor / 10 ** exponentOf(currency);
  return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: display }).format(
    value,
  );
}

describe('money written by Intl comes back to the cent', () => {
  it.each(LOCALES)('%s %s', (locale, currency) => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
        fc.constantFrom('symbol' as const, 'code' as const),
        (minor, display) => {
          const text = written(locale, currency, minor, display);
          const read = readMoney(text, { ...none, home: currency });
          expect(read, text).toEqual({ value: { minor, currency }, confidence: 'exact', rounded: false });
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each(LOCALES)('%s as bare figures, the locale known', (locale, currency) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (minor) => {
        const value = minor / 10 ** exponentOf(currency);
        const text = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(value);
        const read = readMoney(text, { own: currency, home: null, locale });
        // What stands there is one figure or it is not understood; it is never another figure.
        if (read.value !== null) expect(read.value, text).toEqual({ minor, currency });
        else expect(currency, text).toMatch(/^(KWD)$/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('it never answers a wrong figure for a single separator', () => {
  it.each(LOCALES)('%s', (locale, currency) => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999 }), (whole) => {
        const text = new Intl.NumberFormat(locale).format(whole);
        const read = readMoney(text, none);
        if (read.value !== null) expect(read.value.minor, `${text} ${currency}`).toBe(whole * 100);
      }),
    );
  });
});

describe('settled by what stands there', () => {
  it.each<[string, Partial<MoneyHints>, number, string | null]>([
    ['$48,000.00', { home: 'USD' }, 4_800_000, 'USD'],
    ['$48,000.00', { home: 'CAD' }, 4_800_000, 'CAD'],
    ['$48,000.00', { home: 'EUR' }, 4_800_000, null],
    ['$48,000.00', {}, 4_800_000, null],
    ['US$48,000.00', { home: 'CAD' }, 4_800_000, 'USD'],
    ['48.000,00 €', {}, 4_800_000, 'EUR'],
    ['1234,50 €', {}, 123_450, 'EUR'],
    ["CHF 12'345.60", {}, 1_234_560, 'CHF'],
    ['CHF\u00a012\u2019345.60', {}, 1_234_560, 'CHF'],
    ['12\u202f345,60\u00a0€', {}, 1_234_560, 'EUR'],
    ['₹12,34,567', {}, 123_456_700, 'INR'],
    ['₹12,34,567.50', {}, 123_456_750, 'INR'],
    ['JPY 1,234', {}, 1234, 'JPY'],
    ['BHD 42.000', {}, 42_000, 'BHD'],
    ['￥１２，３４６', { home: 'JPY' }, 12_346, 'JPY'],
    ['12,346円', {}, 12_346, 'JPY'],
    ['₩120,000,000', { home: 'KRW' }, 120_000_000, 'KRW'],
    ['\u200f١٢٬٣٤٥٫٦٠ ج.م.\u200f', {}, 1_234_560, 'EGP'],
    ['EUR 10.000,00 (USD 10,900.00)', { home: 'USD' }, 1_000_000, 'EUR'],
    ['USD 1,733,104.35', { home: 'EUR' }, 173_310_435, 'USD'],
    ['$48,000.00 USD', {}, 4_800_000, 'USD'],
    ['($1,234.50)', { home: 'USD' }, -123_450, 'USD'],
    ['-$1,234.50', { home: 'USD' }, -123_450, 'USD'],
    ['\u22121.234,50 €', {}, -123_450, 'EUR'],
    ['1.234,50- €', {}, -123_450, 'EUR'],
    ['12 000,00 € HT', {}, 1_200_000, 'EUR'],
    ['0', { home: 'EUR' }, 0, 'EUR'],
    ['48250.00', { home: 'USD' }, 4_825_000, 'USD'],
    ['0.125', { home: 'USD' }, 12, 'USD'],
    ['1,234', { home: 'USD', locale: 'en-US' }, 123_400, 'USD'],
    ['1,234', { home: 'EUR', locale: 'de-DE' }, 123, 'EUR'],
    ['1.234', { home: 'EUR', locale: 'de-DE' }, 123_400, 'EUR'],
    // The figure speaks louder than the locale somebody declared.
    ['1,234.50', { home: 'EUR', locale: 'de-DE' }, 123_450, 'EUR'],
    ['1.234', { own: 'JPY' }, 1234, 'JPY'],
    ['12.50', { own: 'EUR', home: 'USD' }, 1250, 'EUR'],
  ])('%s %j is %i %s', (text, hints, minor, currency) => {
    const read = readMoney(text, { ...none, ...hints });
    expect(read).toEqual({ value: { minor, currency }, confidence: 'exact', rounded: false });
  });
});

describe('Korean', () => {
  it.each<[string, number, boolean]>([
    ['1억 2,000만원', 120_000_000, false],
    ['1억2천만원', 120_000_000, false],
    ['1억 2,345만 6,789원', 123_456_789, false],
    ['3천만원', 30_000_000, false],
    ['120백만원', 120_000_000, false],
    ['5백만 원', 5_000_000, false],
    ['1.2억', 120_000_000, true],
    ['1.2억원', 120_000_000, true],
    ['₩1.2억', 120_000_000, true],
    ['12,000 (단위: 천원)', 12_000_000, false],
    ['(단위: 백만원) 120', 120_000_000, false],
    ['(백만원) 120', 120_000_000, false],
    ['12,000,000 (단위: 원)', 12_000_000, false],
    ['₩12,000,000 (부가세 별도)', 12_000_000, false],
    ['1억원 부가세 포함', 100_000_000, false],
    ['１億２０００万', 120_000_000, false],
    ['-3천만원', -30_000_000, false],
  ])('%s', (text, minor, rounded) => {
    expect(readMoney(text, { ...none, home: 'KRW' })).toEqual({
      value: { minor, currency: 'KRW' },
      confidence: 'exact',
      rounded,
    });
  });

  it.each(['3천만원 (단위: 천원)', '2만 1억원', '1억 2억', '억', '천원', '1.23456789012억원', '1,2만원'])(
    '%s is asked, not guessed',
    (text) => expect(readMoney(text, { ...none, home: 'KRW' }).value).toBeNull(),
  );
});

describe('short forms are about', () => {
  it.each<[string, Partial<MoneyHints>, number]>([
    ['$48.3k', {}, 4_830_000],
    ['$48.3K', {}, 4_830_000],
    ['12,3 k€', {}, 1_230_000],
    ['€1.2m', {}, 120_000_000],
    ['1,5 Mio. €', {}, 150_000_000],
    ['2 mil €', {}, 200_000],
    ['₹1.2Cr', {}, 1_200_000_000],
    ['₹3L', {}, 30_000_000],
    ['$1.2B', { locale: 'en-US' }, 120_000_000_000],
    ['₺48 B', { locale: 'tr-TR' }, 4_800_000],
  ])('%s %j', (text, hints, minor) => {
    expect(readMoney(text, { ...none, ...hints })).toMatchObject({ value: { minor }, rounded: true });
  });

  it.each(['$1.2B', '1.234k', '12 T€'])('%s needs the language', (text) =>
    expect(readMoney(text, none).value).toBeNull(),
  );
});

describe('not understood, so not shown as a figure', () => {
  it.each([
    '1,234',
    '1.234',
    '$1,234',
    '₩1,234',
    '¥12,346',
    '€ 1.234',
    '10,000 - 20,000',
    '10–20 k€',
    '2 seats at $10',
    'about five thousand',
    'EUR USD 500',
    '1,23,4',
    '12.34.56',
    '1.234,567.8',
    '1 2 3',
    'n/a',
    '$',
    '...',
    '<b>5</b>',
    '9'.repeat(40),
    '1e21',
  ])('%s', (text) => {
    expect(readMoney(text, none)).toEqual({ value: null, confidence: 'ambiguous', rounded: false });
  });

  it('whatever stands there, it answers', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom(null, 'de-DE', 'xx-nonsense-'),
        (text, locale) => {
          const { value } = readMoney(text, { ...none, home: 'EUR', locale });
          if (value !== null) expect(Number.isSafeInteger(value.minor)).toBe(true);
        },
      ),
    );
  });
});
