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
    // A known currency settles it, whatever the locale (facts §D15 "Locale").
    ['BHD 42.000', { locale: 'de-DE' }, 42_000, 'BHD'],
    ['JPY 1.234', { locale: 'en-US' }, 1234, 'JPY'],
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
    // Whole amounts as shops and offers write them.
    ["CHF 1'234.-", {}, 123_400, 'CHF'],
    ['CHF 1’234.—', {}, 123_400, 'CHF'],
    ['1.234,– €', {}, 123_400, 'EUR'],
    ['€ 1.234,-', {}, 123_400, 'EUR'],
    ['kr 1 234,-', { home: 'NOK' }, 123_400, 'NOK'],
    ['₹ 1,23,456/-', {}, 12_345_600, 'INR'],
    ['R 12 345,60', {}, 1_234_560, 'ZAR'],
    ['Rp 1.234.567', {}, 123_456_700, 'IDR'],
    ['RM 1,234.50', {}, 123_450, 'MYR'],
    ['S/ 1,234.50', {}, 123_450, 'PEN'],
    // What a bracket names belongs to the amount.
    ['12,000.00 (USD)', { home: 'EUR' }, 1_200_000, 'USD'],
    ['(USD) 12,000.00', { home: 'EUR' }, 1_200_000, 'USD'],
    ['12.000,00 € (netto)', {}, 1_200_000, 'EUR'],
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
    ['3천5백만원', 35_000_000, false],
    ['1억 3천5백만원', 135_000_000, false],
    ['1억 3천 5백만 원', 135_000_000, false],
    ['1천2백만원', 12_000_000, false],
    ['3천500만원', 35_000_000, false],
    ['2천3백억원', 230_000_000_000, false],
    ['5십만원', 500_000, false],
    ['12만 5천원', 125_000, false],
    ['1조 2,000억원', 1_200_000_000_000, false],
    ['1억 5,000원', 100_005_000, false],
    ['12,000 (단위：백만원)', 12_000_000_000, false],
  ])('%s', (text, minor, rounded) => {
    expect(readMoney(text, { ...none, home: 'KRW' })).toEqual({
      value: { minor, currency: 'KRW' },
      confidence: 'exact',
      rounded,
    });
  });

  it.each([
    ...['3천만원 (단위: 천원)', '2만 1억원', '1억 2억', '억', '천원', '1.23456789012억원', '1,2만원'],
    // Said aloud, "1억 5천" is 150 million; written out, it is 100,005,000.
    ...['1억 5천', '1억 5천원', '2억 5,000', '3만 5'],
    ...['2백3천만원', '1억 12,000만원', '1.5억 3천만원', '5백12천원', '만원'],
  ])('%s is asked, not guessed', (text) =>
    expect(readMoney(text, { ...none, home: 'KRW' }).value).toBeNull(),
  );

  it.each(['₩12만', '￦1235만', 'KRW 12만', '₩1억', '3천만'])('%s is what a page shortened: about', (text) =>
    expect(readMoney(text, { ...none, home: 'KRW' })).toMatchObject({ rounded: true }),
  );

  it('takes the currency of a head, whatever the CRM counts in', () => {
    const read = readMoney('12,000 (단위: 천원)', { ...none, home: 'USD', locale: 'ko-KR' });
    expect(read.value).toEqual({ minor: 1_200_000_000, currency: null });
    expect(readMoney('1,200 (単位：千円)', none).value).toEqual({ minor: 1_200_000, currency: 'JPY' });
    expect(readMoney('1,200 (百万円)', none).value).toEqual({ minor: 1_200_000_000, currency: 'JPY' });
  });
});

describe('short forms are about', () => {
  it.each<[string, Partial<MoneyHints>, number]>([
    ['$48.3k', {}, 4_830_000],
    ['$48.3K', {}, 4_830_000],
    ['12,3 k€', {}, 1_230_000],
    ['€1.2m', {}, 120_000_000],
    ['1,5 Mio. €', {}, 150_000_000],
    ['2 mil €', { locale: 'es-ES' }, 200_000],
    ['R$ 2 mil', { locale: 'pt-BR' }, 200_000],
    ['1,2 mM €', { locale: 'pt-PT' }, 120_000_000_000],
    ['$5MM', {}, 500_000_000],
    ['4.8 Cr', { home: 'INR' }, 4_800_000_000],
    ['IDR 1,2 M', { locale: 'id-ID' }, 120_000_000_000],
    ['Rp 1,2 jt', { locale: 'id-ID' }, 120_000_000],
    ['1,2 mia. kr.', { locale: 'da-DK', home: 'DKK' }, 120_000_000_000],
    ['₺1,2 Mr', { locale: 'tr-TR' }, 120_000_000_000],
    ['١٫٢ ألف ج.م.', {}, 120_000],
    ['١٫٢ مليون ج.م.', {}, 120_000_000],
    ['₹1.2Cr', {}, 1_200_000_000],
    ['₹3L', {}, 30_000_000],
    ['$1.2B', { locale: 'en-US' }, 120_000_000_000],
    ['₺48 B', { locale: 'tr-TR' }, 4_800_000],
  ])('%s %j', (text, hints, minor) => {
    expect(readMoney(text, { ...none, ...hints })).toMatchObject({ value: { minor }, rounded: true });
  });

  it.each(['$1.2B', '1.234k', '12 T€', '$2 mil', '2 mil €', 'IDR 1,2 M', '1,2 mM €'])(
    '%s needs the language',
    (text) => expect(readMoney(text, none).value).toBeNull(),
  );

  it.each([
    ['$2 mil', 'USD'],
    ['12 L', 'MDL'],
    // Behind a figure in a ledger: credit, not ten million.
    ['1,234.50 CR', 'INR'],
  ])('%s is no short form in %s', (text, home) =>
    expect(readMoney(text, { ...none, home, locale: 'en-US' }).value).toBeNull(),
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
    // A footnote mark or a drawn number is no digit of the amount.
    '$480²',
    '①200',
    '½',
    // India groups in twos with commas only; nobody groups "0,123".
    '12.34.567',
    "1'23'456",
    '12 34 567',
    '0,123,456',
    // Two minus signs.
    '--5',
    '- -5',
    '-($1,234.50)',
    '(-1,234.50)',
    // What the bracket says could multiply.
    '12,000 (단위: 천달러)',
    '12,000.00 (in thousands)',
    '12.000,00 (TEUR)',
    '12,000.00 (x1000)',
    '12,000.00 (10,900.00)',
    '100.00 (10%)',
  ])('%s', (text) => {
    expect(readMoney(text, none)).toEqual({ value: null, confidence: 'ambiguous', rounded: false });
  });

  it.each<[string, Partial<MoneyHints>]>([
    // Spanish alone does not say whether Spain's or Mexico's comma it is.
    ['1,234', { home: 'MXN', locale: 'es' }],
    ['1.234', { home: 'EUR', locale: 'es' }],
  ])('%s %j', (text, hints) => expect(readMoney(text, { ...none, ...hints }).value).toBeNull());

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
