import type { Progress } from '@/lib/rpc/view';
import { useZone } from '../../pages/settings';
import { Meter } from '../../ui/meter';
import { useWords } from '../../ui/language';
import { figureText, targetToReach } from '../../progress/figure-text';
import { StatusWord } from '../../progress/status';
import { FigureActions } from './figure-actions';
import styles from './progress.module.css';

/** One goal: value, target, word, bar, and what pace says. Without cover there is no pace and the card says why. */
export function GoalCard({ progress }: { readonly progress: Progress }) {
  const words = useWords();
  const { goal, figure, pace } = progress;
  const zone = useZone();
  const { language } = words;
  const name = words.maybe(`metrics.${figure.metric}.name`) ?? figure.metric;
  const say = (value: number | null) =>
    figureText(language, figure.unit, value, goal.currency ?? figure.currency);
  const target = pace?.target ?? goal.target;
  const shown = say(figure.value);
  const of = words('dashboard.progress.target', {
    target: say(rounded(figure.unit, targetToReach(progress))),
  });
  return (
    <article className={styles.card} aria-label={`${name}: ${shown} ${of}`}>
      <header className={styles.cardHead}>
        <h3>{name}</h3>
        <StatusWord progress={progress} zone={zone} />
      </header>
      <p className={styles.value}>
        <strong>{shown}</strong> <span>{of}</span>
      </p>
      {/* No cover, no pace, and then no bar either: a bar is a verdict too. */}
      {figure.value !== null && target > 0 && pace !== null && figure.unit !== 'ratio' && (
        <Meter
          label={name}
          value={figure.value / target}
          expected={pace.expected === null ? null : pace.expected / target}
          text={`${shown} ${of}`}
        />
      )}
      <ul className={styles.lines}>
        {linesOf(progress, words, say).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <FigureActions figure={figure} pace={pace} />
    </article>
  );
}

function rounded(unit: Progress['figure']['unit'], value: number): number {
  if (unit === 'ratio') return value;
  return unit === 'money' ? Math.round(value) : Math.round(value * 10) / 10;
}

function linesOf(
  { figure, pace }: Progress,
  words: ReturnType<typeof useWords>,
  say: (value: number | null) => string,
): readonly string[] {
  const lines: string[] = [];
  const { covered } = figure.source;
  if (covered === 'seen') lines.push(words('dashboard.progress.seen'));
  if (figure.value === null && figure.why !== null)
    lines.push(words('dashboard.progress.noPace', { why: words(`progress.why.${figure.why}`) }));
  if (pace === null) return lines;
  const { requiredPerDay, expected, projection, fullTarget, workingDays, workingDaysGone } = pace;
  if (requiredPerDay !== null && requiredPerDay > 0 && figure.period !== 'day') {
    // Rounded up: one that falls short by a fraction is not enough.
    const value = figure.unit === 'money' ? Math.ceil(requiredPerDay) : Math.ceil(requiredPerDay * 10) / 10;
    lines.push(words('dashboard.progress.needs', { value: say(value) }));
  }
  if (expected !== null)
    lines.push(words('dashboard.progress.expected', { value: say(rounded(figure.unit, expected)) }));
  if (projection !== null && figure.period !== 'day')
    lines.push(words('dashboard.progress.projection', { value: say(rounded(figure.unit, projection)) }));
  if (workingDays !== null && workingDaysGone !== null && figure.period !== 'day') {
    const tenth = (value: number) => Math.round(value * 10) / 10;
    lines.push(words('dashboard.progress.gone', { gone: tenth(workingDaysGone), all: tenth(workingDays) }));
  }
  if (fullTarget !== null)
    lines.push(
      words('dashboard.progress.daysOff', {
        full: say(fullTarget),
        target: say(pace.target === null ? null : rounded(figure.unit, pace.target)),
      }),
    );
  return lines;
}
