import { useState } from 'react';
import type { Outcome } from '@/lib/domain/outcome';
import { addDays, dayOf } from '@/lib/domain/time';
import { clock, dayWord } from '@/lib/words/format/when';
import type { Draft } from '@/lib/rpc/view';
import { classes } from '../ui/classes';
import { useWords } from '../ui/language';
import { callAt, quickTimes, type QuickTime } from './choices';
import { WhenFields, type When } from './when-fields';
import styles from './calls.module.css';

/**
 * What comes next: none, three quick times, or any day and time. The row is the callback's time or the meeting's
 * time when the outcome wants one. Its height never changes, so nothing below it moves.
 */
export function NextRow(props: {
  readonly draft: Draft;
  readonly outcome: Outcome | null;
  readonly now: number;
  readonly zone: string;
  readonly ownZone: string;
  readonly week: readonly number[];
  readonly onChange: (part: Partial<Draft>) => void;
}) {
  const words = useWords();
  const { draft, outcome, now, zone } = props;
  const meeting = outcome?.wants === 'meeting-time';
  const callback = outcome?.wants === 'callback-time';
  const [picking, setPicking] = useState(false);
  const label = words(
    meeting ? 'calls.meetingWhen.label' : callback ? 'calls.callbackWhen.label' : 'calls.next.label',
  );
  const chosen: When | null = meeting
    ? draft.meetingAt === null
      ? null
      : { day: dayOf(draft.meetingAt, zone), at: draft.meetingAt }
    : draft.next;

  function set(when: When | null): void {
    if (meeting) props.onChange({ meetingAt: when?.at ?? null });
    else props.onChange({ next: when === null ? null : { kind: 'call', day: when.day, at: when.at, zone } });
  }
  function word(quick: QuickTime): string {
    if (quick.id === 'hour') return words('calls.next.hour');
    const today = dayOf(now, zone);
    if (quick.day === today) return quick.clock;
    return quick.day === addDays(today, 1)
      ? words('calls.next.tomorrow', { clock: quick.clock })
      : `${dayWord(words.language, quick.day, today)} ${quick.clock}`;
  }
  const quicks = quickTimes(now, zone, props.week);
  const isQuick = !picking && quicks.some((one) => chosen !== null && one.at === chosen.at);
  const own = chosen !== null && !isQuick && !picking;
  return (
    <div className={styles.nextRow}>
      <span className={styles.rowLabel} aria-hidden="true">
        {words(meeting ? 'calls.meetingWhen' : callback ? 'calls.callbackWhen' : 'calls.next')}
      </span>
      {picking ? (
        <>
          <WhenFields label={label} value={chosen} zone={zone} onChange={set} focus />
          <button
            type="button"
            className={styles.chip}
            aria-label={words('ui.back')}
            onClick={() => setPicking(false)}
          >
            ✕
          </button>
        </>
      ) : (
        <div role="group" aria-label={label} className={styles.chips}>
          {!meeting && !callback && (
            <Chip on={chosen === null} onClick={() => set(null)}>
              {words('calls.next.none')}
            </Chip>
          )}
          {quicks
            .filter((one) => !meeting || one.id !== 'hour')
            .map((one) => (
              <Chip
                key={one.id}
                on={chosen !== null && chosen.at === one.at}
                onClick={() => set(callAt(one, zone))}
              >
                {word(one)}
              </Chip>
            ))}
          <Chip on={own} label={words('calls.next.pick')} onClick={() => setPicking(true)}>
            {own
              ? `${dayWord(words.language, chosen.day, dayOf(now, zone))}${chosen.at === null ? '' : ` ${clock(chosen.at, zone)}`}`
              : words('calls.next.pickShort')}
          </Chip>
        </div>
      )}
    </div>
  );
}

function Chip(props: {
  readonly on: boolean;
  readonly label?: string;
  readonly onClick: () => void;
  readonly children: string;
}) {
  return (
    <button
      type="button"
      aria-pressed={props.on}
      aria-label={props.on ? undefined : props.label}
      className={classes(styles.chip, props.on && styles.chipOn)}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  );
}
