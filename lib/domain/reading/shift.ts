/** A plain decimal times ten to the power (0 or more), without a float. */
export function shift(decimal: string, power: number): string {
  if (power === 0) return decimal;
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(decimal) ?? [];
  const moved = fraction.padEnd(power, '0');
  return `${sign}${whole}${moved.slice(0, power)}${moved.length > power ? `.${moved.slice(power)}` : ''}`;
}
