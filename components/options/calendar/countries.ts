/** Countries whose public holidays are packaged (public/holidays), with the currency they sell in (ISO 4217). */
const CURRENCIES: Readonly<Record<string, string>> = {
  AT: 'EUR',
  AU: 'AUD',
  BE: 'EUR',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  CZ: 'CZK',
  DE: 'EUR',
  DK: 'DKK',
  ES: 'EUR',
  FI: 'EUR',
  FR: 'EUR',
  GB: 'GBP',
  HK: 'HKD',
  IE: 'EUR',
  IN: 'INR',
  IT: 'EUR',
  JP: 'JPY',
  KR: 'KRW',
  MX: 'MXN',
  NL: 'EUR',
  NO: 'NOK',
  NZ: 'NZD',
  PL: 'PLN',
  PT: 'EUR',
  SE: 'SEK',
  SG: 'SGD',
  TW: 'TWD',
  US: 'USD',
  ZA: 'ZAR',
};

/** ISO 3166-1 alpha-2 codes of the other countries: they can be chosen, and no holiday is assumed for them. */
const OTHERS =
  'AD AE AF AG AI AL AM AO AR AW AZ BA BB BD BF BG BH BI BJ BM BN BO BS BT BW BY BZ CD CF CG CI CL CM CN CO CR CU ' +
  'CV CW CY DJ DM DO DZ EC EE EG ER ET FJ FM FO GA GD GE GH GI GL GM GN GQ GR GT GW GY HN HR HT HU ID IL IQ IR IS ' +
  'JE JM JO KE KG KH KI KM KN KP KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT ' +
  'MU MV MW MY MZ NA NE NG NI NP NR OM PA PE PG PH PK PR PS PW PY QA RO RS RU RW SA SB SC SD SI SK SL SM SN SO SR ' +
  'SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG UY UZ VA VC VE VN VU WS YE ZM ZW';

export interface Country {
  readonly code: string;
  readonly name: string;
}

/** Names in the reader's language, in its order. */
export function countriesIn(language: string): { readonly known: Country[]; readonly others: Country[] } {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const list = (codes: readonly string[]) =>
    codes
      .map((code) => ({ code, name: names.of(code) ?? code }))
      .toSorted((a, b) => a.name.localeCompare(b.name, language));
  return { known: list(Object.keys(CURRENCIES)), others: list(OTHERS.split(' ')) };
}

/** A first guess for a currency field; null where there is none. */
export function currencyOf(country: string | null): string | null {
  return country === null ? null : (CURRENCIES[country] ?? null);
}

/** The region of the browser's language ("en-GB" → GB); null when the language names none. Only ever shown as a guess. */
export function countryGuess(languages: readonly string[]): string | null {
  for (const tag of languages) {
    const region = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?-([A-Z]{2})$/.exec(tag)?.[1];
    if (region !== undefined) return region;
  }
  return null;
}
