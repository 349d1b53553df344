import { useQuery } from '@tanstack/react-query';
import type { PeriodKind } from '@/lib/domain/goal';
import { FaultLine } from '../../pages/fault-line';
import parts from '../../pages/parts.module.css';
import { useConnection } from '../../queries/client';
import { read } from '../../queries/read';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { useWords } from '../../ui/language';
import { ChartBlock } from './chart-block';
import { FigureRow } from './figure-row';
import { GoalCard } from './goal-card';
import styles from './progress.module.css';

const PERIODS: readonly PeriodKind[] = ['day', 'week', 'month', 'quarter'];

/** Progress of one kind of period: its goals with pace, every figure, and how it went before. */
export function ProgressSection(props: { readonly period: string }) {
  const words = useWords();
  const connection = useConnection();
  // Two topics move it: what was logged and what is aimed at. A goal's broadcast always comes with a log's.
  const progress = useQuery(read(connection, 'goals', 'progress.read', {}));
  const period = PERIODS.find((kind) => kind === props.period) ?? 'week';
  const goals = progress.data?.progress.filter(({ goal }) => goal.period === period) ?? [];
  const figures = progress.data?.metrics.filter((figure) => figure.period === period) ?? [];
  return (
    <div className={styles.section}>
      <nav aria-label={words('dashboard.progress.period')} className={styles.periods}>
        {PERIODS.map((kind) => (
          <a
            key={kind}
            href={`#progress/${kind}`}
            className={styles.period}
            aria-current={kind === period ? 'true' : undefined}
          >
            {words(`dashboard.progress.${kind}`)}
          </a>
        ))}
      </nav>
      {progress.error !== null && (
        <FaultLine error={progress.error} onRetry={() => void progress.refetch()} />
      )}
      {progress.data && (
        <>
          <section aria-labelledby="goals-heading">
            <h2 id="goals-heading" className={styles.heading}>
              {words('dashboard.progress.goals')}
            </h2>
            {goals.length === 0 ? (
              <p className={styles.none}>
                {words('dashboard.progress.noGoal')}{' '}
                <Button look="quiet" small onClick={() => connection.openPage('options')}>
                  {words('dashboard.progress.addGoal')}
                </Button>
              </p>
            ) : (
              <div className={styles.goals}>
                {goals.map((one) => (
                  <GoalCard key={one.goal.goal} progress={one} />
                ))}
              </div>
            )}
          </section>
          <section aria-labelledby="figures-heading">
            <h2 id="figures-heading" className={styles.heading}>
              {words('dashboard.progress.counts')}
            </h2>
            <div className={parts.scroll}>
              <table className={classes(parts.table, styles.figures)}>
                <thead>
                  <tr>
                    <th scope="col">{words('dashboard.chart.metric')}</th>
                    <th scope="col" className={parts.number}>
                      {words('dashboard.chart.value')}
                    </th>
                    <th scope="col">
                      <span className="visually-hidden">{words('dashboard.list.note')}</span>
                    </th>
                    <th scope="col">
                      <span className="visually-hidden">{words('progress.how')}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {figures.map((figure) => (
                    <FigureRow key={figure.metric} figure={figure} />
                  ))}
                </tbody>
              </table>
            </div>
          </section>
          <ChartBlock
            period={period}
            goals={goals.map(({ goal }) => goal)}
            metrics={figures.map(({ metric }) => metric)}
          />
        </>
      )}
    </div>
  );
}
