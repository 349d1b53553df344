import type { CalendarSettings } from '@/lib/domain/settings';
import { announce } from '../../ui/live';
import { useWords } from '../../ui/language';
import { useSaveSettings, useSettings } from '../../pages/settings';

/** The calendar in force and a way to change parts of it; null until a country was chosen. */
export function useCalendar() {
  const words = useWords();
  const { file } = useSettings();
  const save = useSaveSettings();
  const calendar = file.calendar ?? null;
  async function change(patch: Partial<CalendarSettings>): Promise<boolean> {
    // Without a country there is no calendar yet; its other pieces are asked for when it is chosen.
    const first = calendar === null ? { zone: browserZone() } : {};
    const saved = await save.keep({ calendar: { ...first, ...patch } });
    if (saved) announce(words('options.saved'));
    return saved;
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
