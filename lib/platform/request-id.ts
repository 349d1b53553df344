const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A ULID for one request. Own, because this is sent from within the CRM's page, where the package's search for a
 * source of randomness, and asking it letter by letter, took longer than sending the message.
 */
export function requestId(now: number, random: Uint8Array<ArrayBuffer>): string {
  let time = '';
  for (let rest = now; time.length < 10; rest = Math.floor(rest / 32)) time = CROCKFORD[rest % 32]! + time;
  // 32 divides 256: every letter is as likely as the next.
  return time + Array.from(random, (byte) => CROCKFORD[byte % 32]).join('');
}
