const UNITS = [
  [1_000_000_000_000, '조'],
  [100_000_000, '억'],
  [10_000, '만'],
  [1, ''],
] as const;

/** 120000000 → "1억 2,000만원"; won have no minor unit. */
export function wonInWords(won: number): string {
  const whole = Math.round(Math.abs(won));
  if (whole === 0) return '0원';
  let rest = whole;
  const parts: string[] = [];
  for (const [unit, name] of UNITS) {
    const count = Math.floor(rest / unit);
    if (count > 0) parts.push(`${group(count)}${name}`);
    rest -= count * unit;
  }
  return `${won < 0 ? '-' : ''}${parts.join(' ')}원`;
}

/** Three digits at most, or whole units: 412000000 → "4.12억원", 48000000 → "4,800만원". */
export function wonShort(won: number): string {
  const size = Math.abs(won);
  for (const [at, [unit, name]] of UNITS.entries()) {
    // A little below a unit, rounding in the next smaller one lands on it: 9,999.5만 is 1억.
    const smaller = UNITS[at + 1]?.[0] ?? 0;
    if (size < unit - smaller / 2) continue;
    const count = size / unit;
    const text = unit >= 100_000_000 && count < 1000 ? short(count) : group(Math.round(count));
    return `${won < 0 ? '-' : ''}${text}${name}원`;
  }
  return '0원';
}

function short(value: number): string {
  return new Intl.NumberFormat('ko', { maximumSignificantDigits: 3 }).format(value);
}

function group(value: number): string {
  return new Intl.NumberFormat('ko').format(value);
}
