import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { GoalVersion, PeriodKind } from '@/lib/domain/goal';
import { date } from '@/lib/words/format/when';
import { FaultLine } from '../../pages/fault-line';
import { SelectField } from '../../pages/fields';
import parts from '../../pages/parts.module.css';
import { useToday } from '../../pages/settings';
import { figureText } from '../../progress/figure-text';
import { useConnection } from '../../queries/client';
import { read } from '../../queries/read';
import { Button } from '../../ui/button';
import { useWords } from '../../ui/language';
import { BACK, pointsOf, targetOf, type Point } from './points';
import styles from './progress.module.css';

/** The charting library is most of this page's script: it comes after the figures stand. */
const Chart = lazy(() => import('./chart').then(({ Chart: face }) => ({ default: face })));

/** How one figure went over the last periods, drawn or as a table. */
export function ChartBlock(props: {
  readonly period: PeriodKind;
  readonly goals: readonly GoalVersion[];
  readonly metrics: readonly string[];
}) {
  const words = useWords();
  const today = useToday();
  const [chosen, setChosen] = useState<string | null>(null);
  const [table, setTable] = useState(false);
  const { period, goals, metrics } = props;
  const metric = chosen ?? goals[0]?.metric ?? metrics[0] ?? 'dials';
  const count = BACK[period];
  const chart = useQuery(read(useConnection(), 'log', 'progress.chart', { metric, period, count }));
  const name = words.maybe(`metrics.${metric}.name`) ?? metric;
  const points = pointsOf(chart.data?.points ?? [], today);
  const last = points.at(-1);
  const target = last === undefined ? null : targetOf(goals, last.figure);
  const title = words('dashboard.chart.title', {
    metric: name,
    period: words(`dashboard.chart.by.${period}`),
  });
  return (
    <section aria-labelledby="chart-heading">
      <div className={styles.chartHead}>
        <h2 id="chart-heading" className={styles.heading}>
          {title}
        </h2>
        <div className={parts.row}>
          <SelectField
            label={words('dashboard.chart.metric')}
            value={metric}
            onChange={(event) => setChosen(event.target.value)}
          >
            {metrics.map((id) => (
              <option key={id} value={id}>
                {words.maybe(`metrics.${id}.name`) ?? id}
              </option>
            ))}
          </SelectField>
          <Button aria-pressed={table} onClick={() => setTable(!table)}>
            {words(table ? 'dashboard.chart.drawn' : 'dashboard.chart.table')}
          </Button>
        </div>
      </div>
      {chart.error !== null && <FaultLine error={chart.error} onRetry={() => void chart.refetch()} />}
      {chart.data && points.every(({ drawn }) => drawn === null) && (
        <p className={styles.none}>{words('dashboard.chart.none')}</p>
      )}
      {points.length > 0 && !table && (
        <div
          className={styles.chart}
          role="img"
          aria-label={words('dashboard.chart.summary', { metric: name, n: points.length })}
        >
          <Suspense>
            <Chart points={points} target={target} />
          </Suspense>
        </div>
      )}
      {/* For a screen reader the table is the chart, so it is there whichever is seen. */}
      {points.length > 0 && (
        <div className={table ? styles.chartTable : 'visually-hidden'}>
          <PointTable points={points} title={title} />
        </div>
      )}
    </section>
  );
}

function PointTable(props: { readonly points: readonly Point[]; readonly title: string }) {
  const words = useWords();
  const { language } = words;
  return (
    <table className={parts.table}>
      <caption className="visually-hidden">{props.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words('dashboard.chart.when')}</th>
          <th scope="col" className={parts.number}>
            {words('dashboard.chart.value')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.points.map(({ figure, drawn, running }) => (
          <tr key={figure.from}>
            <th scope="row">
              {date(language, figure.from)}
              {running && <span className={parts.soft}> ({words('dashboard.chart.running')})</span>}
            </th>
            <td className={parts.number}>
              {drawn === null
                ? words('dashboard.chart.unknown')
                : figureText(language, figure.unit, figure.value, figure.currency)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
