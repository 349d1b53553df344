import { useState } from 'react';
import { daySchema, instantAt, localMoment, type Day, type Instant } from '@/lib/domain/time';
import { focusOnMount } from '../ui/focus';
import { useWords } from '../ui/language';
import styles from './calls.module.css';

export interface When {
  readonly day: Day;
  readonly at: Instant | null;
}

/** A day and a clock time in a given zone. `onChange` hears only what is a real day; the time may be left out. */
export function WhenFields(props: {
  readonly label: string;
  readonly value: When | null;
  readonly zone: string;
  readonly onChange: (when: When | null) => void;
  readonly focus?: boolean;
}) {
  const words = useWords();
  const [day, setDay] = useState<string>(props.value?.day ?? '');
  const [time, setTime] = useState(
    typeof props.value?.at === 'number' ? clockIn(props.value.at, props.zone) : '',
  );
  function change(nextDay: string, nextTime: string): void {
    setDay(nextDay);
    setTime(nextTime);
    const parsed = daySchema.safeParse(nextDay);
    if (!parsed.success) return props.onChange(null);
    const at = nextTime === '' ? null : instantAt(parsed.data, nextTime, props.zone);
    props.onChange({ day: parsed.data, at });
  }
  return (
    <span role="group" aria-label={props.label} className={styles.whenFields}>
      <input
        type="date"
        className={styles.input}
        aria-label={`${props.label}: ${words('calls.at.day')}`}
        value={day}
        ref={props.focus === true ? focusOnMount : undefined}
        onChange={(event) => change(event.target.value, time)}
      />
      <input
        type="time"
        className={styles.input}
        aria-label={`${props.label}: ${words('calls.at.time')}`}
        value={time}
        onChange={(event) => change(day, event.target.value)}
      />
    </span>
  );
}

function clockIn(at: Instant, zone: string): string {
  const { hour, minute } = localMoment(at, zone);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
