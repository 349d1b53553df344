import { useState } from 'react';
import { clock } from '@/lib/words/format/when';
import { CheckField, TextField } from '../../pages/fields';
import { FaultLine } from '../../pages/fault-line';
import parts from '../../pages/parts.module.css';
import { useSaveSettings, useSettings, useToday } from '../../pages/settings';
import { Button } from '../../ui/button';
import { useWords } from '../../ui/language';
import { useNow } from '../../ui/use-now';
import { countryGuess } from '../calendar/countries';
import { HolidayLines } from '../calendar/holiday-lines';
import { CountryField, ZoneField } from '../calendar/place-fields';
import { browserZone } from '../calendar/use-calendar';
import { useHolidayTable } from '../calendar/use-holiday-table';
import { WEEKDAYS, weekdayName } from '../calendar/weekdays';

/** Everything is guessed from the browser and shown: nothing is taken over without being seen. */
export function PlaceStep(props: { readonly onDone: () => void }) {
  const words = useWords();
  const { file } = useSettings();
  const today = useToday();
  const save = useSaveSettings();
  const known = file.calendar;
  const [country, setCountry] = useState(known?.country ?? countryGuess(navigator.languages));
  const [zone, setZone] = useState(known?.zone ?? browserZone());
  const [week, setWeek] = useState<readonly number[]>(known?.week ?? [1, 1, 1, 1, 1, 0, 0]);
  const [hours, setHours] = useState(known?.hours ?? { from: '09:00', to: '18:00' });
  const [tried, setTried] = useState(false);
  const table = useHolidayTable(country);
  const hoursWrong = hours.from === '' || hours.to === '' || hours.from >= hours.to;
  const time = clock(useNow(60_000), zone);

  function submit(event: React.SyntheticEvent) {
    event.preventDefault();
    setTried(true);
    if (country === null || hoursWrong) return;
    const region = known?.country === country ? known.region : null;
    const calendar = { country, region, zone, week: [...week], hours };
    save.mutate({ calendar }, { onSuccess: props.onDone });
  }

  return (
    <form className={parts.stack} noValidate onSubmit={submit}>
      <p className={parts.lead}>{words('setup.place.lead')}</p>
      <div className={parts.pair}>
        <CountryField
          value={country}
          help={words('setup.place.countryHelp')}
          error={tried && country === null ? words('setup.place.countryMissing') : null}
          onChoose={setCountry}
        />
        <ZoneField
          value={zone}
          help={
            zone === browserZone() && known === undefined
              ? words('setup.place.zoneGuess', { zone, time })
              : words('setup.place.zoneNow', { time })
          }
          onChoose={setZone}
        />
      </div>
      {country !== null && table !== undefined && <HolidayLines table={table} region={null} today={today} />}
      <fieldset className={parts.plain}>
        <legend>{words('setup.place.week')}</legend>
        <div className={parts.row}>
          {WEEKDAYS.map((day) => (
            <CheckField
              key={day}
              label={weekdayName(words.language, day, 'short')}
              aria-label={weekdayName(words.language, day, 'long')}
              checked={(week[day - 1] ?? 0) > 0}
              onChange={(event) =>
                setWeek(week.map((share, at) => (at === day - 1 ? Number(event.target.checked) : share)))
              }
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={parts.plain}>
        <legend>{words('setup.place.hours')}</legend>
        <div className={parts.row}>
          <div className={parts.short}>
            <TextField
              type="time"
              label={words('setup.place.from')}
              value={hours.from}
              onChange={(event) => setHours({ ...hours, from: event.target.value })}
            />
          </div>
          <div className={parts.short}>
            <TextField
              type="time"
              label={words('setup.place.to')}
              value={hours.to}
              error={tried && hoursWrong ? words('setup.place.hoursWrong') : null}
              onChange={(event) => setHours({ ...hours, to: event.target.value })}
            />
          </div>
        </div>
      </fieldset>
      {save.error !== null && <FaultLine error={save.error} />}
      <div className={parts.actions}>
        <Button type="submit" look="strong" disabled={save.isPending}>
          {words('setup.next')}
        </Button>
      </div>
    </form>
  );
}
