import { describe, expect, it } from 'vitest';
import { calendarOf } from '@/lib/domain/calendar/from-settings';
import { repScheduleSchema, workCalendarSchema } from '@/lib/domain/calendar/work-calendar';
import { calendarSettingsSchema } from '@/lib/domain/settings';
import { calendar } from './support';

const accepts = (over: object): boolean => workCalendarSchema.safeParse({ ...calendar(), ...over }).success;

describe('a working calendar at the border', () => {
  it('is accepted as it is', () => {
    expect(accepts({})).toBe(true);
    expect(accepts({ hours: { from: '00:00', to: '24:00' } })).toBe(true);
  });

  it.each([
    ['a weight above 1', { week: [1.2, 1, 1, 1, 1, 0, 0] }],
    ['six weekdays', { week: [1, 1, 1, 1, 1, 0] }],
    ['a day that ends before it begins', { hours: { from: '22:00', to: '06:00' } }],
    ['an hour that no clock shows', { hours: { from: '09:00', to: '24:30' } }],
    ['a zone nobody knows', { zone: 'Mars/Olympus' }],
    ['a week that starts on day 8', { weekStart: 8 }],
    ['the thirtieth of February', { companyDays: [{ day: '2026-02-30', weight: 0, name: 'x' }] }],
    [
      'one day listed twice',
      {
        companyDays: [
          { day: '2026-02-03', weight: 0, name: 'x' },
          { day: '2026-02-03', weight: 1, name: 'y' },
        ],
      },
    ],
  ])('refuses %s', (_what, over) => {
    expect(accepts(over)).toBe(false);
  });

  it('refuses a reason with a day off: dates only', () => {
    expect(
      repScheduleSchema.safeParse({ daysOff: [{ day: '2026-07-20', share: 1, reason: 'ill' }] }).success,
    ).toBe(false);
    expect(repScheduleSchema.safeParse({ daysOff: [{ day: '2026-07-20', share: 1 }] }).success).toBe(true);
  });
});

describe('the calendar of the settings', () => {
  const settings = (over: object) =>
    calendarSettingsSchema.parse({ country: 'DE', zone: 'Europe/Berlin', ...over });

  it('keeps the holidays of the country chosen, of the region only if one is', () => {
    expect(calendarOf(settings({})).calendar.holidaySets).toEqual([{ country: 'DE' }]);
    expect(calendarOf(settings({ region: 'BY' })).calendar.holidaySets).toEqual([
      { country: 'DE', region: 'BY' },
    ]);
  });

  it('hands the days off to the person, not to the organisation', () => {
    const { calendar: made, schedule } = calendarOf(
      settings({ daysOff: [{ day: '2026-07-20', share: 0.5, half: 'morning' }] }),
    );
    expect(schedule.daysOff).toEqual([{ day: '2026-07-20', share: 0.5, half: 'morning' }]);
    expect(made.companyDays).toEqual([]);
  });

  it('throws on hours that end before they begin', () => {
    expect(() => calendarOf(settings({ hours: { from: '18:00', to: '09:00' } }))).toThrow();
  });
});
