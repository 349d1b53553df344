import { FaultLine } from '../../pages/fault-line';
import { SelectField } from '../../pages/fields';
import { Block } from '../../pages/parts';
import parts from '../../pages/parts.module.css';
import { SavedField } from '../../pages/saved-field';
import { useToday } from '../../pages/settings';
import { clock } from '@/lib/words/format/when';
import { useWords } from '../../ui/language';
import { useNow } from '../../ui/use-now';
import { CompanyDays, DaysOff } from './days';
import { HolidayLines } from './holiday-lines';
import { CountryField, ZoneField } from './place-fields';
import { browserZone, useCalendar, type ChangeCalendar } from './use-calendar';
import { useHolidayTable } from './use-holiday-table';
import { shareOf } from './share';
import { monthName, WEEKDAYS, weekdayName } from './weekdays';

export function CalendarSection() {
  const words = useWords();
  const today = useToday();
  const now = useNow(60_000);
  const { calendar, change, error } = useCalendar();
  const table = useHolidayTable(calendar?.country ?? null);
  const { language } = words;
  const zone = calendar?.zone ?? browserZone();
  const regions = Object.entries(table?.regions ?? {});
  return (
    <div className={parts.stack}>
      <p className={parts.lead}>{words('options.calendar.lead')}</p>
      {error !== null && <FaultLine error={error} />}
      <div className={parts.pair}>
        <CountryField
          value={calendar?.country ?? null}
          onChoose={(country) => void change({ country, region: null })}
        />
        {calendar !== null && regions.length > 0 && (
          <SelectField
            label={words('options.calendar.region')}
            value={calendar.region ?? ''}
            onChange={(event) =>
              void change({ region: event.target.value === '' ? null : event.target.value })
            }
          >
            <option value="">{words('options.calendar.wholeCountry')}</option>
            {regions.map(([code, { name }]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      {calendar !== null && table !== undefined && (
        <HolidayLines table={table} region={calendar.region} today={today} />
      )}
      {calendar !== null && (
        <>
          <div className={parts.pair}>
            <ZoneField
              value={zone}
              help={words('setup.place.zoneNow', { time: clock(now, zone) })}
              onChoose={(chosen) => void change({ zone: chosen })}
            />
            <div className={parts.row}>
              <div className={parts.half}>
                <HoursField calendar={calendar} which="from" change={change} />
              </div>
              <div className={parts.half}>
                <HoursField calendar={calendar} which="to" change={change} />
              </div>
            </div>
          </div>
          <div className={parts.pair}>
            <SelectField
              label={words('options.calendar.weekStart')}
              value={calendar.weekStart}
              onChange={(event) => void change({ weekStart: Number(event.target.value) })}
            >
              {WEEKDAYS.map((day) => (
                <option key={day} value={day}>
                  {weekdayName(language, day, 'long')}
                </option>
              ))}
            </SelectField>
            <SelectField
              label={words('options.calendar.fiscal')}
              value={calendar.fiscalYearStart}
              onChange={(event) => void change({ fiscalYearStart: Number(event.target.value) })}
            >
              {Array.from({ length: 12 }, (_, index) => index + 1).map((month) => (
                <option key={month} value={month}>
                  {monthName(language, month)}
                </option>
              ))}
            </SelectField>
          </div>
          <fieldset className={parts.plain}>
            <legend>{words('options.calendar.week')}</legend>
            <p className={parts.soft}>{words('options.calendar.weekHelp')}</p>
            <div className={parts.seven}>
              {WEEKDAYS.map((day) => (
                <SavedField
                  key={day}
                  label={weekdayName(language, day, 'short')}
                  inputMode="decimal"
                  value={String(calendar.week[day - 1] ?? 0)}
                  check={(text) => (shareOf(text) === null ? '0 – 1' : null)}
                  onSave={(text) =>
                    change({
                      week: calendar.week.map((share, at) => (at === day - 1 ? shareOf(text)! : share)),
                    })
                  }
                />
              ))}
            </div>
          </fieldset>
          <Block title={words('options.calendar.companyDays')} lead={words('options.calendar.companyHelp')}>
            <CompanyDays calendar={calendar} change={change} />
          </Block>
          <Block title={words('options.calendar.daysOff')} lead={words('options.calendar.daysOffHelp')}>
            <DaysOff calendar={calendar} change={change} />
          </Block>
        </>
      )}
    </div>
  );
}

type Calendar = NonNullable<ReturnType<typeof useCalendar>['calendar']>;

function HoursField(props: {
  readonly calendar: Calendar;
  readonly which: 'from' | 'to';
  readonly change: ChangeCalendar;
}) {
  const words = useWords();
  const { calendar, which, change } = props;
  const with_ = (text: string) => ({ ...calendar.hours, [which]: text });
  return (
    <SavedField
      type="time"
      label={words(which === 'from' ? 'options.calendar.from' : 'options.calendar.to')}
      value={calendar.hours[which]}
      check={(text) => {
        const hours = with_(text);
        return text === '' || hours.from >= hours.to ? words('setup.place.hoursWrong') : null;
      }}
      onSave={(text) => change({ hours: with_(text) })}
    />
  );
}
