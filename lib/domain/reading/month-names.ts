/** Languages whose month names are known: those of the facts' table and of our users. */
const LANGUAGES = [
  'en-US',
  'en-GB',
  'en-IN',
  'de-DE',
  'de-AT',
  'de-CH',
  'fr-FR',
  'fr-CH',
  'es-ES',
  'it-IT',
  'nl-NL',
  'pt-BR',
  'pt-PT',
  'sv-SE',
  'nb-NO',
  'da-DK',
  'pl-PL',
  'tr-TR',
  'ar-EG',
] as const;

/** Pages that write months in figures (a name on one is English), Norwegian's other tag, and no language at all. */
const NOTHING_NEW = new Set(['ko', 'ja', 'zh', 'no', 'und']);

/** Are the names a page in this language would use among those known? */
export function knowsMonthsOf(language: string): boolean {
  const tongue = language.split('-')[0]!.toLowerCase();
  return NOTHING_NEW.has(tongue) || LANGUAGES.some((one) => one.startsWith(`${tongue}-`));
}

let known: ReadonlyMap<string, number> | null = null;

/**
 * Month 1…12 of a name in any of the languages, long or short, as it stands in a date or alone. A name that means
 * two months in two languages is not known at all.
 */
export function monthNamed(word: string): number | null {
  known ??= gather();
  return known.get(folded(word)) ?? null;
}

/** Small letters without dots, so that "Mar.", "mar" and "MAR" are one. */
function folded(word: string): string {
  // Turkish capitals leave a combining dot behind when they are made small.
  return word.normalize('NFKC').toLowerCase().replaceAll('.', '').replaceAll('\u0307', '');
}

function gather(): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  const torn = new Set<string>();
  for (const language of LANGUAGES) {
    for (const length of ['long', 'short'] as const) {
      const inDate = format(language, { day: 'numeric', month: length });
      const alone = format(language, { month: length });
      for (let month = 1; month <= 12; month += 1) {
        for (const formatter of [inDate, alone]) {
          const part = formatter
            .formatToParts(Date.UTC(2026, month - 1, 15))
            .find((one) => one.type === 'month');
          const name = folded(part?.value ?? '');
          if (name === '' || /^\d+$/.test(name)) continue;
          if ((months.get(name) ?? month) !== month) torn.add(name);
          months.set(name, month);
        }
      }
    }
  }
  for (const name of torn) months.delete(name);
  return months;
}

function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, {
    ...options,
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
  });
}
