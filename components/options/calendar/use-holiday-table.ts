import { useQuery } from '@tanstack/react-query';
import { holidayTableSchema, type HolidayTable } from '@/lib/domain/calendar/holiday-table';
import { useDoors } from '../doors';

/** The packaged table of a country; null when there is none. Undefined while it is read. */
export function useHolidayTable(country: string | null): HolidayTable | null | undefined {
  const doors = useDoors();
  const table = useQuery({
    queryKey: ['packaged', 'holidays', country],
    enabled: country !== null,
    queryFn: async () => {
      const parsed = holidayTableSchema.safeParse(await doors.holidays(country ?? ''));
      return parsed.success ? parsed.data : null;
    },
  });
  return country === null ? null : table.data;
}
