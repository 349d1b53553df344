const EOK = 100_000_000;
const MAN = 10_000;

/** 120000000 → "1억 2,000만원"; won have no minor unit. */
export function wonInWords(won: number): string {
  const sign = won < 0 ? '-' : '';
  const whole = Math.abs(Math.round(won));
  const eok = Math.floor(whole / EOK);
  const man = Math.floor((whole % EOK) / MAN);
  const rest = whole % MAN;
  const parts = [
    eok > 0 ? `${group(eok)}억` : '',
    man > 0 ? `${group(man)}만` : '',
    rest > 0 || whole === 0 ? group(rest) : '',
  ].filter((part) => part !== '');
  return `${sign}${parts.join(' ')}원`;
}

/** Three digits at most: 412000000 → "4.12억원", 48000000 → "4,800만원". */
export function wonShort(won: number): string {
  const size = Math.abs(won);
  // From 9,999.5만 up, rounding lands on the next unit.
  if (size >= EOK - MAN / 2) return `${short(won / EOK)}억원`;
  if (size >= MAN) return `${group(Math.round(won / MAN))}만원`;
  return `${group(Math.round(won))}원`;
}

function short(value: number): string {
  return new Intl.NumberFormat('ko', { maximumSignificantDigits: Math.abs(value) >= 1000 ? 4 : 3 }).format(
    value,
  );
}

function group(value: number): string {
  return new Intl.NumberFormat('ko').format(value);
}
