import { calendarSettingsSchema, type CalendarSettings } from '@/lib/domain/settings';
import { useWords } from '../../ui/language';
import { useSaveSettings, useSettings } from '../../pages/settings';

/** The calendar in force and a way to change parts of it; null until a country was chosen. */
export function useCalendar() {
  const words = useWords();
  const { file } = useSettings();
  const save = useSaveSettings();
  const calendar = file.calendar ?? null;
  /** Answers whether it is stored. */
  async function change(patch: Partial<CalendarSettings>): Promise<boolean> {
    const base = calendar ?? { zone: browserZone() };
    const next = calendarSettingsSchema.safeParse({ ...base, ...patch });
    // Every field checks itself before it calls; only a missing country can be left, and then nothing is saved yet.
    return next.success && save.keep({ calendar: next.data }, words('options.saved'));
  }
  return { calendar, change, error: save.error };
}

export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Every zone the browser knows; a chosen one it does not list stays choosable. */
export function zonesWith(zone: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(zone) ? known : [zone, ...known];
}

export type ChangeCalendar = ReturnType<typeof useCalendar>['change'];
