/** What stands for the decimal and between groups in a locale. */
interface Separators {
  readonly decimal: string;
  readonly group: string;
}

export type DecimalReading =
  /** `decimal` is plain: "-1234.5". */
  | { readonly kind: 'number'; readonly decimal: string }
  /** "1.234": a thousand or one and a bit; nothing here says which. */
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'none' };

/** Always between groups, never a decimal: spaces, apostrophes, the Arabic thousands separator. */
const GROUPS_ONLY = /[ '\u2019\u066c_]/g;
const GROUPED = /^[1-9]\d{0,2}(?:,\d{3})+$/;
/** 12,34,567: India groups in twos after the first three, and with commas only. */
const INDIAN = /^[1-9]\d?(?:,\d{2})*,\d{3}$/;
/** Spanish alone does not say whether Spain's "1.234,5" is written or Mexico's "1,234.5". */
const TORN_LANGUAGES = new Set(['es']);

/**
 * Digits with separators as one plain decimal. What the figure itself settles is settled by it; a single separator
 * before exactly three digits is settled by `fraction` (digits the currency has: 0 or 3) or by the locale, else
 * it stays ambiguous. Grouping that is no grouping ("1,23,4") is no number.
 */
export function readDecimal(
  body: string,
  hints: { readonly fraction: number | null; readonly locale: string | null },
): DecimalReading {
  const match = /^(-?)([\d.,'\u2019 \u066b\u066c_]*\d)$/.exec(body.trim());
  if (!match) return { kind: 'none' };
  const [, sign = '', digits = ''] = match;
  const read = unsigned(digits, hints);
  return read.kind === 'number' ? { kind: 'number', decimal: `${sign}${read.decimal}` } : read;
}

function unsigned(
  digits: string,
  hints: { readonly fraction: number | null; readonly locale: string | null },
): DecimalReading {
  const marks = [...digits.matchAll(/[.,\u066b]/g)].map((found) => found[0]);
  const kinds = new Set(marks);
  const spaced = digits.search(GROUPS_ONLY) >= 0;
  const last = marks.at(-1);
  if (last === undefined) return whole(digits);
  // Two kinds: the last is the decimal. One kind more than once: all groups.
  if (kinds.size > 2) return { kind: 'none' };
  const once = marks.filter((mark) => mark === last).length === 1;
  if (kinds.size === 2 || (spaced && once) || last === '\u066b')
    return once ? split(digits, last) : { kind: 'none' };
  if (!once) return spaced ? { kind: 'none' } : whole(digits);
  return single(digits, last, hints);
}

/** One separator, once, with nothing else around to compare it with. */
function single(
  digits: string,
  mark: string,
  hints: { readonly fraction: number | null; readonly locale: string | null },
): DecimalReading {
  const [before = '', after = ''] = digits.split(mark);
  const couldGroup = after.length === 3 && /^[1-9]\d{0,2}$/.test(before);
  if (!couldGroup) return split(digits, mark);
  if (hints.fraction === 0) return whole(digits);
  if (hints.fraction === 3) return split(digits, mark);
  const separators = separatorsOf(hints.locale);
  if (separators?.group === mark) return whole(digits);
  if (separators?.decimal === mark) return split(digits, mark);
  return { kind: 'ambiguous' };
}

function split(digits: string, mark: string): DecimalReading {
  const at = digits.lastIndexOf(mark);
  const left = digits.slice(0, at);
  const fraction = digits.slice(at + 1);
  if (!/^\d+$/.test(fraction)) return { kind: 'none' };
  if (left === '') return { kind: 'number', decimal: `0.${fraction}` };
  const integer = whole(left);
  return integer.kind === 'number' ? { kind: 'number', decimal: `${integer.decimal}.${fraction}` } : integer;
}

/** Digits with grouping only. Two kinds of grouping at once is no number. */
function whole(digits: string): DecimalReading {
  const marks = new Set(digits.match(/[^\d]/g));
  if (marks.size > 1) return { kind: 'none' };
  const commas = digits.replaceAll(/[^\d]/g, ',');
  if (marks.size === 1 && !GROUPED.test(commas) && !INDIAN.test(digits)) return { kind: 'none' };
  return { kind: 'number', decimal: commas.replaceAll(',', '') };
}

function separatorsOf(locale: string | null): Separators | null {
  if (locale === null || TORN_LANGUAGES.has(locale.toLowerCase())) return null;
  try {
    const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1234567.5);
    const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
    return { decimal: of('decimal'), group: of('group') };
  } catch {
    // A page may declare nonsense as its locale; then it has declared none.
    return null;
  }
}
