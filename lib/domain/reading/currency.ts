/**
 * Signs and words of currencies, longest first. `$ kr ¥ £ ₩` name several currencies until the CRM's own says
 * which (facts §D15); a sign with one entry names exactly that one.
 */
const SIGNS: readonly (readonly [sign: string, currencies: readonly string[]])[] = [
  ['CA$', ['CAD']],
  ['AU$', ['AUD']],
  ['NZ$', ['NZD']],
  ['HK$', ['HKD']],
  ['NT$', ['TWD']],
  ['MX$', ['MXN']],
  ['US$', ['USD']],
  // The country behind the sign: as French writes them, in Canada with a space between.
  ['$US', ['USD']],
  ['$ US', ['USD']],
  ['$CA', ['CAD']],
  ['$AU', ['AUD']],
  ['$ AU', ['AUD']],
  ['$NZ', ['NZD']],
  ['$ NZ', ['NZD']],
  ['$ HK', ['HKD']],
  ['$MX', ['MXN']],
  ['$SG', ['SGD']],
  ['$ SG', ['SGD']],
  ['£GB', ['GBP']],
  ['C$', ['CAD', 'NIO']],
  ['A$', ['AUD']],
  ['S$', ['SGD']],
  ['R$', ['BRL']],
  ['CN¥', ['CNY']],
  ['JP¥', ['JPY']],
  ['E£', ['EGP']],
  ['S/', ['PEN']],
  ['$', ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN', 'ARS', 'CLP', 'COP', 'UYU']],
  ['€', ['EUR']],
  ['£', ['GBP', 'EGP', 'LBP', 'SYP', 'SDG', 'GIP', 'FKP', 'SHP']],
  ['¥', ['JPY', 'CNY']],
  ['円', ['JPY']],
  ['元', ['CNY', 'TWD']],
  ['₩', ['KRW', 'KPW']],
  ['원', ['KRW', 'KPW']],
  ['₹', ['INR']],
  ['Rs.', ['INR', 'PKR', 'LKR', 'NPR', 'MUR']],
  ['Rs', ['INR', 'PKR', 'LKR', 'NPR', 'MUR']],
  ['RM', ['MYR']],
  ['Rp', ['IDR']],
  ['R', ['ZAR']],
  ['KSh', ['KES']],
  ['Ksh', ['KES']],
  ['৳', ['BDT']],
  ['kr.', ['DKK', 'SEK', 'NOK', 'ISK']],
  ['kr', ['SEK', 'NOK', 'DKK', 'ISK']],
  ['zł', ['PLN']],
  ['₺', ['TRY']],
  ['TL', ['TRY']],
  ['₽', ['RUB']],
  ['₴', ['UAH']],
  ['₪', ['ILS']],
  ['฿', ['THB']],
  ['₫', ['VND']],
  ['₱', ['PHP']],
  ['₦', ['NGN']],
  ['Kč', ['CZK']],
  ['Ft', ['HUF']],
  ['lei', ['RON', 'MDL']],
  ['Fr.', ['CHF']],
  ['ج.م.', ['EGP']],
  ['د.إ.', ['AED']],
  ['ر.س.', ['SAR']],
  ['د.ك.', ['KWD']],
  ['د.ب.', ['BHD']],
  ['ر.ع.', ['OMR']],
  ['ر.ق.', ['QAR']],
  ['د.أ.', ['JOD']],
  ['د.ت.', ['TND']],
];

const KNOWN: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export interface CurrencySeen {
  /** The sign as it stood there; null for an ISO code alone, or nothing. */
  readonly sign: string | null;
  /** Null when nothing is named, or when what is named could be several. */
  readonly currency: string | null;
  /** Something stood there, so the CRM's own currency may only choose among these. */
  readonly candidates: readonly string[] | null;
  /** The text without it. */
  readonly rest: string;
}

/** Finds a currency in plain text. An ISO code decides; a sign narrows to `home` when home is one of its own. */
export function findCurrency(text: string, home: string | null): CurrencySeen {
  let rest = text;
  let named: string | null = null;
  let candidates: readonly string[] | null = null;
  let sign: string | null = null;
  for (const [code] of text.matchAll(/(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/g)) {
    if (!KNOWN.has(code)) continue;
    if (named !== null && named !== code) return { currency: null, candidates: [], sign, rest: text };
    named = code;
    rest = rest.replace(code, ' ');
  }
  for (const [one, currencies] of SIGNS) {
    const at = indexOfSign(rest, one);
    if (at < 0) continue;
    candidates = currencies;
    sign = one;
    rest = `${rest.slice(0, at)} ${rest.slice(at + one.length)}`;
    break;
  }
  if (named !== null) return { currency: named, candidates: [named], sign, rest };
  if (candidates === null) return { currency: null, candidates: null, sign, rest };
  if (candidates.length === 1) return { currency: candidates[0]!, candidates, sign, rest };
  return { currency: home !== null && candidates.includes(home) ? home : null, candidates, sign, rest };
}

/** A sign of letters must stand alone ("kr", not in "krank"); a drawn sign may touch anything. */
function indexOfSign(text: string, sign: string): number {
  const at = text.indexOf(sign);
  if (at < 0 || !/^\p{Script=Latin}/u.test(sign)) return at;
  const before = text[at - 1] ?? '';
  const after = text[at + sign.length] ?? '';
  const letter = /\p{L}/u;
  return letter.test(before) || (letter.test(sign.at(-1)!) && letter.test(after)) ? -1 : at;
}
