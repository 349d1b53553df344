import { decimalFromMinor, exponentOf } from '../../domain/money.ts';
import type { Language } from '../../domain/settings.ts';
import { wonInWords, wonShort } from './won.ts';

/**
 * Money as a person reads it. `minor` in minor units; a missing currency leaves the bare figure. `short` gives
 * "$48k", "€1.2M", "1.2억원": three digits at most, so it is never a figure to add up by hand.
 */
export function money(
  language: Language,
  minor: number,
  currency: string | null,
  length: 'full' | 'short' = 'full',
): string {
  if (language === 'ko' && currency === 'KRW')
    return length === 'short' ? wonShort(minor) : wonInWords(minor);
  const units = Number(decimalFromMinor(Math.round(minor), currency));
  const options: Intl.NumberFormatOptions =
    currency === null ? {} : { style: 'currency', currency, currencyDisplay: 'symbol' };
  if (length === 'short') {
    const parts = new Intl.NumberFormat(language, {
      ...options,
      notation: 'compact',
      maximumSignificantDigits: 3,
    }).formatToParts(units);
    return parts.map(({ type, value }) => (type === 'compact' && value === 'K' ? 'k' : value)).join('');
  }
  const whole = Number.isInteger(units);
  const digits = whole ? 0 : exponentOf(currency);
  return new Intl.NumberFormat(language, {
    ...options,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(units);
}
