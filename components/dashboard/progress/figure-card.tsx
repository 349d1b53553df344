import type { Figure } from '@/lib/rpc/view';
import { date } from '@/lib/words/format/when';
import { useWords } from '../../ui/language';
import { figureText } from '../../progress/figure-text';
import { FigureActions } from './figure-actions';
import styles from './progress.module.css';

/** One figure without a goal. Unknown is a dash with its reason, never 0. */
export function FigureCard({ figure }: { readonly figure: Figure }) {
  const words = useWords();
  const name = words.maybe(`metrics.${figure.metric}.name`) ?? figure.metric;
  const shown = figureText(words.language, figure.unit, figure.value, figure.currency);
  const notes = [
    figure.why === null ? null : words(`progress.why.${figure.why}`),
    figure.numerator === null || figure.denominator === null
      ? null
      : words('progress.sample', { numerator: figure.numerator, denominator: figure.denominator }),
    figure.source.covered === 'seen' ? words('dashboard.progress.seen') : null,
    figure.source.covered === 'since' && figure.source.since !== null
      ? words('progress.covered.since', { day: date(words.language, figure.source.since, figure.from) })
      : null,
  ].filter((note) => note !== null);
  return (
    <article className={styles.figure} aria-label={`${name}: ${shown}`}>
      <h3>{name}</h3>
      <p className={styles.value}>
        <strong>{shown}</strong>
      </p>
      <p className={styles.note}>{notes.join(' · ')}</p>
      <FigureActions figure={figure} pace={null} />
    </article>
  );
}
