/** A value that stands for the one a screen draws itself; no message contains it. */
export const SLOT = '\u0001';

/** Cuts a message said with SLOT as one of its values into what comes before and after it. */
export function around(message: string): readonly [before: string, after: string] {
  const at = message.indexOf(SLOT);
  return at < 0 ? [message, ''] : [message.slice(0, at).trimEnd(), message.slice(at + 1).trimStart()];
}
