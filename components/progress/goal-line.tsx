import type { ReactNode } from 'react';
import type { Progress } from '@/lib/rpc/view';
import { around, SLOT } from '@/lib/words/format/around';
import { Meter } from '../ui/meter';
import { useWords } from '../ui/language';
import { Counted } from './counted';
import { figureText, targetToReach } from './figure-text';
import { StatusWord } from './status';
import styles from './progress.module.css';

interface GoalProps {
  readonly progress: Progress;
  readonly zone: string;
  readonly hidden: boolean;
  /** What the line offers where its figure is not known yet. */
  readonly action: ReactNode;
}

/** The one number of the panel, large, with one word beside it and a bar whose notch is "by now". */
export function Headline(props: GoalProps & { readonly below: ReactNode }) {
  const words = useWords();
  const line = useLine(props, 'line');
  const { figure, pace } = props.progress;
  const target = pace?.target ?? null;
  return (
    <section className={styles.headline} aria-label={words('progress.goals')}>
      <div className={styles.row}>
        <Counted
          figure={figure}
          pace={pace}
          zone={props.zone}
          trigger={
            <button type="button" className={styles.figure}>
              {line.before !== '' && <span>{line.before} </span>}
              <strong className={styles.big}>{line.value}</strong>
              {line.after !== '' && <span> {line.after}</span>}
              <span className="visually-hidden">. {words('progress.how')}</span>
            </button>
          }
        />
        {props.action ?? (props.below === null && <StatusWord progress={props.progress} zone={props.zone} />)}
      </div>
      {figure.value !== null && target !== null && target > 0 && !line.covered && (
        <Meter
          label={line.text}
          value={figure.value / target}
          expected={pace === null || pace.expected === null ? null : pace.expected / target}
          text={line.text}
        />
      )}
      {figure.value === null && figure.why !== null && (
        <p className={styles.soft}>
          {words(`progress.why.${figure.why}`)}
          {figure.source.covered === 'seen' && ` (${words('progress.seenOnly', { n: figure.source.count })})`}
        </p>
      )}
      {props.below !== null && (
        <div className={styles.row}>
          {props.below}
          <StatusWord progress={props.progress} zone={props.zone} />
        </div>
      )}
    </section>
  );
}

/** A further goal on one line. */
export function GoalLine(props: GoalProps) {
  const words = useWords();
  const line = useLine(props, 'brief');
  const { figure, pace } = props.progress;
  const needs =
    pace !== null &&
    pace.requiredPerDay !== null &&
    pace.requiredPerDay > 0 &&
    !line.covered &&
    figure.unit !== 'ratio' &&
    // "Needs 29 a day" of a goal for today says nothing that "1 of 20" does not.
    figure.period !== 'day'
      ? words('progress.needsPerDay', {
          n: figureText(
            words.language,
            figure.unit,
            figure.unit === 'money'
              ? Math.ceil(pace.requiredPerDay)
              : Math.ceil(pace.requiredPerDay * 10) / 10,
            figure.currency,
            'short',
          ),
        })
      : null;
  return (
    <div className={styles.row}>
      <Counted
        figure={figure}
        pace={pace}
        zone={props.zone}
        trigger={
          <button type="button" className={styles.line}>
            {line.text}
            {needs !== null && <span className={styles.soft}> · {needs}</span>}
            {props.action === null && figure.value === null && figure.why !== null && (
              <span className={styles.soft}> · {words(`progress.why.${figure.why}`)}</span>
            )}
            <span className="visually-hidden">. {words('progress.how')}</span>
          </button>
        }
      />
      {props.action ?? <StatusWord progress={props.progress} zone={props.zone} />}
    </div>
  );
}

function useLine({ progress, hidden }: GoalProps, form: 'line' | 'brief') {
  const words = useWords();
  const { figure, goal } = progress;
  const covered = hidden && figure.unit === 'money';
  const target = targetToReach(progress);
  const value = covered
    ? '•••'
    : figureText(words.language, figure.unit, figure.value, figure.currency, 'short');
  const values = {
    value: SLOT,
    target: covered ? '•••' : figureText(words.language, figure.unit, target, goal.currency, 'short'),
    period: words(form === 'line' ? `progress.period.${figure.period}` : `progress.short.${figure.period}`),
  };
  const pattern =
    words.maybe(`metrics.${figure.metric}.${form}`, values) ?? `${figure.metric} ${SLOT} / ${values.target}`;
  const [before, after] = around(pattern);
  return { before, after, value, covered, text: pattern.replace(SLOT, () => value) };
}
