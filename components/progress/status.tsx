import { useWords, type Words } from '../ui/language';
import { dayOf } from '@/lib/domain/time';
import type { Progress } from '@/lib/rpc/view';
import { clock, moment } from '@/lib/words/format/when';
import { classes } from '../ui/classes';
import styles from './progress.module.css';

const TONES: Readonly<Record<string, 'good' | 'warn' | 'bad'>> = {
  ahead: 'good',
  on: 'good',
  hit: 'good',
  above: 'good',
  watch: 'warn',
  behind: 'bad',
  missed: 'bad',
  below: 'bad',
};

/** Where a goal stands, in one word or a number of days; its colour only repeats what the word says. */
export function StatusWord(props: { readonly progress: Progress; readonly zone: string }) {
  const words = useWords();
  const { pace, figure } = props.progress;
  if (pace === null) return null;
  const tone = TONES[pace.status];
  const word = wordOf(words, pace, figure.asOf, props.zone);
  return <span className={classes(styles.status, tone !== undefined && styles[tone])}>{word}</span>;
}

function wordOf(words: Words, pace: NonNullable<Progress['pace']>, now: number, zone: string): string {
  const days = pace.daysBehind === null ? 0 : Math.round(Math.abs(pace.daysBehind));
  const { status, since } = pace;
  if (status === 'behind' && days >= 1) return words('progress.daysBehind', { n: days });
  if (status === 'ahead' && days >= 1) return words('progress.daysAhead', { n: days });
  if (status !== 'counting' || since === null) return words(`progress.status.${status}`);
  const today = dayOf(since, zone) === dayOf(now, zone);
  const time = today ? clock(since, zone) : moment(words.language, since, now, zone);
  return words('progress.countingSince', { time });
}
