/** Short forms of powers of ten that mean the same wherever they are written. */
const EVERYWHERE: readonly (readonly [RegExp, number])[] = [
  [/^(?:k|tsd\.?|tys\.?|bin|rb|ألف|آلاف)$/i, 3],
  [/^(?:mn|mio\.?|mln\.?|mi|mill\.?|milj\.?|jt|مليون|ملايين)$/i, 6],
  // Capitals and small letters as they stand: Portugal's "mM" is a thousand million.
  [/^(?:MM|mm)$/, 6],
  [/^(?:bn|mrd\.?|md|mld\.?|mia\.?|مليار)$/i, 9],
  [/^lakhs?$/i, 5],
  // "CR" in capitals is what a ledger calls credit.
  [/^(?:[Cc]r\.?|crores?)$/, 7],
];

/** Those that need the language: B is a thousand in Turkish, a billion in English; M is a milliard in Indonesian. */
const BY_LANGUAGE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  tr: { B: 3, Mr: 9 },
  en: { B: 9, T: 12, tn: 12 },
  sv: { tn: 3 },
  da: { t: 3 },
  fi: { t: 3 },
  es: { mil: 3 },
  pt: { mil: 3, mM: 9, bi: 9 },
  id: { M: 9, T: 12 },
};

/** Where people count in lakhs; elsewhere "L" is a leu or a lempira. */
const RUPEES: ReadonlySet<string> = new Set(['INR', 'PKR', 'NPR', 'LKR', 'BDT']);

/** The power of ten a short form stands for ("k" 3, "Mio." 6); null for a word that is none, or not surely one. */
export function powerOfShort(word: string, locale: string | null, currency: string | null): number | null {
  const everywhere = EVERYWHERE.find(([pattern]) => pattern.test(word))?.[1];
  if (everywhere !== undefined) return everywhere;
  const bare = word.replace('.', '');
  const language = locale?.split('-')[0]?.toLowerCase() ?? '';
  const there = BY_LANGUAGE[language] ?? {};
  const own = there[bare] ?? there[bare.toUpperCase()] ?? there[bare.toLowerCase()];
  if (own !== undefined) return own;
  if (/^m$/i.test(bare)) return currency === 'IDR' ? null : 6;
  return /^l$/i.test(bare) && currency !== null && RUPEES.has(currency) ? 5 : null;
}
