/** Calling codes whose country keeps one time zone: elsewhere (US, RU, BR, AU …) the zone stays unknown. */
const ZONES: Readonly<Record<string, string>> = {
  '20': 'Africa/Cairo',
  '27': 'Africa/Johannesburg',
  '30': 'Europe/Athens',
  '31': 'Europe/Amsterdam',
  '32': 'Europe/Brussels',
  '33': 'Europe/Paris',
  '36': 'Europe/Budapest',
  '39': 'Europe/Rome',
  '40': 'Europe/Bucharest',
  '41': 'Europe/Zurich',
  '43': 'Europe/Vienna',
  '44': 'Europe/London',
  '45': 'Europe/Copenhagen',
  '46': 'Europe/Stockholm',
  '47': 'Europe/Oslo',
  '48': 'Europe/Warsaw',
  '49': 'Europe/Berlin',
  '63': 'Asia/Manila',
  '64': 'Pacific/Auckland',
  '65': 'Asia/Singapore',
  '66': 'Asia/Bangkok',
  '81': 'Asia/Tokyo',
  '82': 'Asia/Seoul',
  '84': 'Asia/Ho_Chi_Minh',
  '86': 'Asia/Shanghai',
  '90': 'Europe/Istanbul',
  '91': 'Asia/Kolkata',
  '353': 'Europe/Dublin',
  '358': 'Europe/Helsinki',
  '420': 'Europe/Prague',
  '852': 'Asia/Hong_Kong',
  '886': 'Asia/Taipei',
  '971': 'Asia/Dubai',
  '972': 'Asia/Jerusalem',
};

/** Places under a country's code that keep another clock: Northern Cyprus, the Chatham Islands. */
const ELSEWHERE = ['90392', '643305'];

/** The zone behind an international number ("+49 30 …"), or null: nothing is guessed for national numbers. */
export function zoneOfPhone(phone: string): string | null {
  const digits = /^\s*(?:\+|00)([\d\s().-]+)/.exec(phone.normalize('NFKC'))?.[1]?.replaceAll(/\D/g, '');
  if (!digits || ELSEWHERE.some((code) => digits.startsWith(code))) return null;
  return ZONES[digits.slice(0, 3)] ?? ZONES[digits.slice(0, 2)] ?? null;
}
