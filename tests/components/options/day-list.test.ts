import { describe, expect, it } from 'vitest';
import { companyDay, dayOff, range, withDays } from '@/components/options/calendar/day-list';
import { calendarSettingsSchema } from '@/lib/domain/settings';
import { daySchema } from '@/lib/domain/time';

const day = (text: string) => daySchema.parse(text);

describe('days from one to another', () => {
  it('hold both ends and cross months', () => {
    expect(range('2026-12-30', '2027-01-02')).toEqual([
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
    ]);
    expect(range('2026-12-30', '')).toEqual(['2026-12-30']);
  });

  it('are refused when there is no day, when they end before they begin, and when they never end', () => {
    expect(range('', '2026-12-30')).toBeNull();
    expect(range('2026-02-30', '')).toBeNull();
    expect(range('2026-12-30', '2026-12-29')).toBe('wrong');
    expect(range('2026-01-01', '2026-12-31')).toBe('long');
    expect(range('2026-01-01', '2026-04-02')).toHaveLength(92);
  });
});

describe('a list of days', () => {
  it('has one entry a day, the newest, in the order of the calendar', () => {
    const before = [dayOff(day('2026-12-28'), 'closed'), dayOff(day('2026-12-24'), 'morning')];
    expect(withDays(before, [dayOff(day('2026-12-28'), 'afternoon')])).toEqual([
      { day: '2026-12-24', share: 0.5, half: 'morning' },
      { day: '2026-12-28', share: 0.5, half: 'afternoon' },
    ]);
  });

  it('is what a calendar takes', () => {
    const calendar = calendarSettingsSchema.parse({
      country: 'KR',
      zone: 'Asia/Seoul',
      companyDays: (['closed', 'morning', 'afternoon', 'open'] as const).map((how, at) =>
        companyDay(day(`2026-12-2${at}`), how, how),
      ),
      daysOff: [dayOff(day('2026-12-28'), 'closed')],
    });
    expect(calendar.companyDays.map(({ weight }) => weight)).toEqual([0, 0.5, 0.5, 1]);
  });
});
