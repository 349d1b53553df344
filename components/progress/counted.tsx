import type { ReactElement, ReactNode } from 'react';
import type { Figure, Progress } from '@/lib/rpc/view';
import { addDays } from '@/lib/domain/time';
import { date, moment } from '@/lib/words/format/when';
import { Popover } from '../ui/popover';
import { useWords } from '../ui/language';
import { figureText } from './figure-text';
import styles from './progress.module.css';

/** "How is this counted?": formula, window, source and its coverage, what was left out, and the pace's arithmetic. */
export function Counted(props: {
  readonly figure: Figure;
  readonly pace: Progress['pace'];
  readonly zone: string;
  readonly trigger: ReactElement;
}) {
  const words = useWords();
  const { figure, pace } = props;
  const { language } = words;
  const name = words.maybe(`metrics.${figure.metric}.name`) ?? figure.metric;
  function text(value: number | null): string {
    return figureText(language, figure.unit, value, figure.currency);
  }
  const excluded = figure.excluded.filter((one) => one.count > 0);
  return (
    <Popover trigger={props.trigger} title={words('progress.howOf', { metric: name })}>
      <p className={styles.how}>{words.maybe(`metrics.${figure.metric}.how`)}</p>
      <dl className={styles.facts}>
        <Fact term={words('progress.window')}>
          {words('progress.windowText', {
            from: date(language, figure.from, figure.from),
            to: date(language, addDays(figure.to, -1), figure.from),
            asOf: moment(language, figure.asOf, figure.asOf, props.zone),
          })}
        </Fact>
        <Fact term={words('progress.source')}>
          {words(`progress.source.${figure.source.source}`, { n: figure.source.count })}
          {'; '}
          {figure.source.covered === 'since' && figure.source.since !== null
            ? words('progress.covered.since', { day: date(language, figure.source.since, figure.from) })
            : words(
                `progress.covered.${figure.source.covered === 'since' ? 'whole' : figure.source.covered}`,
              )}
        </Fact>
        <Fact term={words('progress.excluded')}>
          {excluded.length === 0
            ? words('progress.excludedNone')
            : excluded
                .map((one) =>
                  words('progress.excludedLine', {
                    n: one.count,
                    reason: words.maybe(`progress.excluded.${one.reason}`) ?? one.reason,
                  }),
                )
                .join(', ')}
        </Fact>
        {figure.interval !== null && figure.numerator !== null && figure.denominator !== null && (
          <Fact term={name}>
            {words('progress.sample', { numerator: figure.numerator, denominator: figure.denominator })}
            {'; '}
            {words('progress.interval', { low: text(figure.interval.low), high: text(figure.interval.high) })}
          </Fact>
        )}
        {pace !== null && pace.workingDays !== null && pace.workingDaysGone !== null && (
          <Fact term={words('progress.pace')}>
            {words('progress.paceText', {
              gone: Math.round(pace.workingDaysGone * 10) / 10,
              all: Math.round(pace.workingDays * 10) / 10,
              expected: text(pace.expected === null ? null : roundFor(figure.unit, pace.expected)),
            })}
            {pace.projection !== null &&
              `. ${words('progress.projection', { value: text(roundFor(figure.unit, pace.projection)) })}`}
          </Fact>
        )}
      </dl>
      {pace?.restOfPeriod && pace.since === null && (
        <p className={styles.how}>{words('progress.restOfPeriod')}</p>
      )}
      {pace !== null && pace.since !== null && (
        <p className={styles.how}>
          {words(pace.restOfPeriod ? 'progress.restSince' : 'progress.firstDay', {
            when: moment(language, pace.since, figure.asOf, props.zone),
          })}
        </p>
      )}
      {pace !== null && pace.daysOff > 0 && (
        <p className={styles.how}>
          {words('progress.daysOff', { n: pace.daysOff, full: text(pace.fullTarget) })}
        </p>
      )}
    </Popover>
  );
}

function roundFor(unit: Figure['unit'], value: number): number {
  return unit === 'ratio' ? value : unit === 'money' ? Math.round(value) : Math.round(value * 10) / 10;
}

function Fact(props: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{props.term}</dt>
      <dd>{props.children}</dd>
    </>
  );
}
