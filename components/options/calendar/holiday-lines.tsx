import { resolveHolidays } from '@/lib/domain/calendar/holidays';
import type { HolidayTable } from '@/lib/domain/calendar/holiday-table';
import type { Day } from '@/lib/domain/time';
import { date, weekday } from '@/lib/words/format/when';
import parts from '../../pages/parts.module.css';
import { useWords } from '../../ui/language';

/** The next holidays by name, so that a wrong country or region is noticed here and not in the pace. */
export function HolidayLines(props: {
  readonly table: HolidayTable | null;
  readonly region: string | null;
  readonly today: Day;
}) {
  const words = useWords();
  const { table, region, today } = props;
  if (table === null) return <p className={parts.soft}>{words('options.calendar.noHolidays')}</p>;
  const set = { country: table.country, ...(region === null ? {} : { region }) };
  const next = [...resolveHolidays([set], [table]).days]
    .filter(([day]) => day >= today)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, 4)
    .map(([day, name]) => {
      const called = words.language === 'en' ? name.en : (name.local ?? name.en);
      return `${weekday(words.language, day)} ${date(words.language, day, today)} ${called}`;
    });
  return (
    <p className={parts.soft}>
      {words('options.calendar.nextHolidays')} {next.join(' · ')}
    </p>
  );
}
