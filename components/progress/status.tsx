import { useWords } from '../ui/language';
import type { Progress } from '@/lib/rpc/view';
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
export function StatusWord(props: { readonly pace: Progress['pace'] }) {
  const words = useWords();
  const { pace } = props;
  if (pace === null) return null;
  const days = pace.daysBehind === null ? 0 : Math.round(Math.abs(pace.daysBehind));
  const word =
    pace.status === 'behind' && days >= 1
      ? words('progress.daysBehind', { n: days })
      : pace.status === 'ahead' && days >= 1
        ? words('progress.daysAhead', { n: days })
        : words(`progress.status.${pace.status}`);
  const tone = TONES[pace.status];
  return <span className={classes(styles.status, tone !== undefined && styles[tone])}>{word}</span>;
}
