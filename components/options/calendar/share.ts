/** A share of a day as typed ("1", "0.5", "0,8"), 0…1; null when it is none. */
export function shareOf(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  if (!/^\d?(?:\.\d{1,2})?$/.test(plain) || plain === '') return null;
  const share = Number(plain);
  return share <= 1 ? share : null;
}
