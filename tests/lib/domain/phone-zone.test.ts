import { describe, expect, it } from 'vitest';
import { zoneOfPhone } from '@/lib/domain/phone-zone';
import { zoneSchema } from '@/lib/domain/time';

describe('the zone behind a phone number', () => {
  it.each([
    ['+49 30 901820', 'Europe/Berlin'],
    ['0049 (30) 901820', 'Europe/Berlin'],
    ['+82-2-730-5800', 'Asia/Seoul'],
    ['+44 (0)20 7946 0000', 'Europe/London'],
    ['+353 1 677 0000', 'Europe/Dublin'],
    ['+91 22 2262 0000', 'Asia/Kolkata'],
    ['+90 212 249 0000', 'Europe/Istanbul'],
    ['＋８２ 2 730 5800', 'Asia/Seoul'],
    ['+64 9 000 0000', 'Pacific/Auckland'],
  ])('%s is %s', (phone, zone) => {
    expect(zoneOfPhone(phone)).toBe(zone);
    expect(zoneSchema.safeParse(zone).success).toBe(true);
  });

  it.each([
    // Countries of several zones.
    ...['+1 212 555 0100', '+7 495 000 0000', '+55 11 0000 0000', '+61 2 0000 0000', '+52 55 0000 0000'],
    ...['+62 21 000 000', '+34 922 000 000', '+351 295 000 000'],
    // Under another country's code, on another clock.
    ...['+90 392 000 0000', '+64 3 305 0000'],
    // National numbers, and none at all.
    ...['02-730-5800', '030 901820', '(212) 555-0100', '', 'n/a', '+', '+999 1'],
  ])('%s is not known', (phone) => expect(zoneOfPhone(phone)).toBeNull());
});
