/** A JSON value as text: numbers and booleans as written, anything without a text of its own as nothing. */
export function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
