import * as z from 'zod';

/** ISO 4217 code in capitals. Membership is not checked: a CRM may carry a retired or private code. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/);

/**
 * An amount in minor units (cents, won, fils). `currency` is null when the page shows a figure without saying
 * in what: such money is shown, never summed.
 */
export const moneySchema = z.strictObject({ minor: z.int(), currency: currencySchema.nullable() });
export type Money = z.infer<typeof moneySchema>;

/** ISO 4217 minor-unit exponents that differ from 2 (ISO 4217:2015 table A.1). */
const EXPONENTS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

/** Digits after the point: JPY 0, KWD 3, most 2. Unknown currency: 2, as the figure is then only shown. */
export function exponentOf(currency: string | null): number {
  return (currency === null ? undefined : EXPONENTS[currency]) ?? 2;
}

/**
 * A plain decimal ("-1234.5", no grouping) to minor units; null when it is no decimal or does not fit a safe
 * integer. Digits beyond the currency's own are rounded half to even, without going through a float.
 */
export function minorFromDecimal(decimal: string, currency: string | null): number | null {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(decimal.trim());
  if (!match) return null;
  const [, sign, whole, fraction = ''] = match;
  const digits = exponentOf(currency);
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  const rest = fraction.slice(digits);
  let minor = BigInt(`${whole}${kept}`);
  const half =
    rest === ''
      ? -1
      : rest[0]! > '5' || (rest[0] === '5' && /[1-9]/.test(rest.slice(1)))
        ? 1
        : rest[0] === '5'
          ? 0
          : -1;
  if (half === 1 || (half === 0 && minor % 2n === 1n)) minor += 1n;
  const value = Number(minor);
  if (!Number.isSafeInteger(value)) return null;
  return sign === '-' && value !== 0 ? -value : value;
}

/** Minor units back to a plain decimal string, for files and for CRMs. */
export function decimalFromMinor(minor: number, currency: string | null): string {
  const digits = exponentOf(currency);
  const text = Math.abs(minor)
    .toString()
    .padStart(digits + 1, '0');
  const cut = text.length - digits;
  return `${minor < 0 ? '-' : ''}${text.slice(0, cut)}${digits > 0 ? `.${text.slice(cut)}` : ''}`;
}
