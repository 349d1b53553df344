import { useState } from 'react';
import type { CalendarSettings } from '@/lib/domain/settings';
import type { Day } from '@/lib/domain/time';
import { date, weekday } from '@/lib/words/format/when';
import { SelectField, TextField } from '../../pages/fields';
import parts from '../../pages/parts.module.css';
import { Button } from '../../ui/button';
import { useWords } from '../../ui/language';

import { companyDay, dayOff, range, withDays, type HowMuch } from './day-list';
import type { ChangeCalendar } from './use-calendar';

interface Props {
  readonly calendar: CalendarSettings;
  readonly change: ChangeCalendar;
}

export function CompanyDays({ calendar, change }: Props) {
  const words = useWords();
  return (
    <>
      <DayLines
        entries={calendar.companyDays.map(({ day, weight, half, name }) => ({
          day,
          text: [name, howText(words, weight === 0 ? 'closed' : weight === 1 ? 'open' : half, weight)]
            .filter((part) => part !== '')
            .join(' · '),
        }))}
        onRemove={(day) => change({ companyDays: calendar.companyDays.filter((entry) => entry.day !== day) })}
      />
      <AddDays
        choices={['closed', 'morning', 'afternoon', 'open']}
        named
        onAdd={(days, how, name) =>
          change({
            companyDays: withDays(
              calendar.companyDays,
              days.map((day) => companyDay(day, how, name)),
            ),
          })
        }
      />
    </>
  );
}

export function DaysOff({ calendar, change }: Props) {
  const words = useWords();
  return (
    <>
      <DayLines
        entries={calendar.daysOff.map(({ day, share, half }) => ({
          day,
          text: howText(words, share === 1 ? 'wholeOff' : half, 1 - share),
        }))}
        onRemove={(day) => change({ daysOff: calendar.daysOff.filter((entry) => entry.day !== day) })}
      />
      <AddDays
        choices={['closed', 'morning', 'afternoon']}
        onAdd={async (days, how) => {
          if (how === 'open') return false;
          return change({
            daysOff: withDays(
              calendar.daysOff,
              days.map((day) => dayOff(day, how)),
            ),
          });
        }}
      />
    </>
  );
}

function howText(
  words: ReturnType<typeof useWords>,
  how: 'closed' | 'open' | 'wholeOff' | 'morning' | 'afternoon' | undefined,
  weight: number,
): string {
  if (how === undefined) return String(weight);
  if (how === 'morning') return words('options.calendar.morningOff');
  if (how === 'afternoon') return words('options.calendar.afternoonOff');
  return words(`options.calendar.${how}`);
}

function DayLines(props: {
  readonly entries: readonly { readonly day: Day; readonly text: string }[];
  readonly onRemove: (day: Day) => void;
}) {
  const words = useWords();
  const { language } = words;
  if (props.entries.length === 0) return <p className={parts.soft}>{words('options.calendar.none')}</p>;
  return (
    <ul>
      {props.entries.map(({ day, text }) => {
        const shown = `${weekday(language, day)} ${date(language, day)}`;
        return (
          <li key={day} className={parts.item}>
            <span className={parts.grow}>
              {shown} <span className={parts.soft}>{text}</span>
            </span>
            <Button
              small
              aria-label={words('options.calendar.removeDay', { day: shown })}
              onClick={() => props.onRemove(day)}
            >
              {words('ui.remove')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

function AddDays(props: {
  readonly choices: readonly HowMuch[];
  readonly named?: boolean;
  /** Answers whether they are stored; until then what was typed stays. */
  readonly onAdd: (days: readonly Day[], how: HowMuch, name: string) => Promise<boolean>;
}) {
  const words = useWords();
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [how, setHow] = useState<HowMuch>('closed');
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const days = range(from, until);
  const problem =
    days === null
      ? words('options.calendar.dayMissing')
      : days === 'wrong'
        ? words('options.calendar.rangeWrong')
        : days === 'long'
          ? words('options.calendar.rangeLong')
          : null;
  function submit(event: React.SyntheticEvent) {
    event.preventDefault();
    setTried(true);
    if (days === null || days === 'wrong' || days === 'long') return;
    void props.onAdd(days, how, name.trim()).then((stored) => {
      if (!stored) return;
      setFrom('');
      setUntil('');
      setName('');
      setTried(false);
    });
  }
  const closed = props.named ? 'options.calendar.closed' : 'options.calendar.wholeOff';
  return (
    <form className={parts.row} onSubmit={submit} noValidate>
      <div className={parts.medium}>
        <TextField
          type="date"
          label={words('options.calendar.day')}
          value={from}
          error={tried ? problem : null}
          onChange={(event) => setFrom(event.target.value)}
        />
      </div>
      <div className={parts.medium}>
        <TextField
          type="date"
          label={words('options.calendar.until')}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
      </div>
      <div className={parts.medium}>
        <SelectField
          label={words('options.calendar.how')}
          value={how}
          onChange={(event) => setHow(event.target.value as HowMuch)}
        >
          {props.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice === 'closed' ? words(closed) : howText(words, choice, 0)}
            </option>
          ))}
        </SelectField>
      </div>
      {props.named && (
        <div className={parts.grow}>
          <TextField
            label={words('options.calendar.name')}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
      )}
      <Button type="submit">{words('options.add')}</Button>
    </form>
  );
}
