/** First code points of decimal digit blocks that CRM pages show: Arabic, Persian, Devanagari, Bengali, Thai. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];
/** Marks that only steer writing direction, and soft hyphens. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Footnote marks, fractions, numbers in circles: NFKC would make digits of an amount of them ("480²" 4802). */
const DRAWN_NUMBERS = /\p{No}/gu;

/**
 * Text as plain characters: digits 0-9, full-width forms narrowed (NFKC), every kind of space one space, every
 * minus '-', no marks; a drawn number is no digit. The Arabic separators stay: they say what they are.
 */
export function plainText(text: string): string {
  return [...text.replaceAll(DRAWN_NUMBERS, '\ufffd').normalize('NFKC').replaceAll(INVISIBLE, '')]
    .map(latinDigit)
    .join('')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function latinDigit(char: string): string {
  const code = char.codePointAt(0)!;
  const zero = ZEROS.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? char : String(code - zero);
}

/** A dash or nothing: how CRMs show an empty field. */
export function isEmptyText(text: string): boolean {
  return /^-*$/.test(plainText(text));
}
