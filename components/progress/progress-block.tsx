import type { PanelView } from '@/lib/rpc/view';
import { useAct } from '../queries/act';
import { useConnection } from '../queries/client';
import { Button } from '../ui/button';
import { useWords } from '../ui/language';
import { figureText } from './figure-text';
import { GoalLine, Headline } from './goal-line';
import styles from './progress.module.css';

/** Headline goal, at most two more, and what this deal would do to the headline. */
export function ProgressBlock(props: { readonly view: PanelView; readonly hidden: boolean }) {
  const words = useWords();
  const connection = useConnection();
  const { view, hidden } = props;
  const head = view.progress.find((one) => one.goal.headline) ?? view.progress[0];
  if (head === undefined) {
    return (
      <section className={styles.block} aria-label={words('progress.goals')}>
        <div className={styles.row}>
          <span>{words('progress.noGoal')}</span>
          <Button look="quiet" small onClick={() => connection.openPage('dashboard')}>
            {words('progress.setGoal')}
          </Button>
        </div>
        <p className={styles.soft}>{words('progress.noGoalText')}</p>
      </section>
    );
  }
  const others = view.progress.filter((one) => one !== head).slice(0, 2);
  // On the line of the goal that waits for them: a row of its own pushed the open log out of its 560 pixels.
  const instance = view.instance?.id ?? null;
  const waiting = [head, ...others].find((one) => one.figure.why === 'not-covered');
  const load = instance !== null && waiting !== undefined ? <LoadDeals instance={instance} /> : null;
  return (
    <div className={styles.block}>
      <Headline
        progress={head}
        zone={view.zone}
        hidden={hidden}
        below={view.withThis === null ? null : <WithThis withThis={view.withThis} hidden={hidden} />}
        action={waiting === head ? load : null}
      />
      {others.map((one) => (
        <GoalLine
          key={one.goal.goal}
          progress={one}
          zone={view.zone}
          hidden={hidden}
          action={waiting === one ? load : null}
        />
      ))}
    </div>
  );
}

function WithThis(props: {
  readonly withThis: NonNullable<PanelView['withThis']>;
  readonly hidden: boolean;
}) {
  const words = useWords();
  const { value, target, unit, currency } = props.withThis;
  const text = props.hidden ? '•••' : figureText(words.language, unit, value, currency, 'short');
  const percent = props.hidden ? '••' : Math.round((value / target) * 100);
  return <p className={styles.with}>{words('progress.withThis', { value: text, percent })}</p>;
}

function LoadDeals(props: { readonly instance: NonNullable<PanelView['instance']>['id'] }) {
  const words = useWords();
  const load = useAct('crm.loadDeals');
  return (
    <span>
      <Button
        small
        look="quiet"
        disabled={load.isPending}
        onClick={() => load.mutate({ instance: props.instance })}
      >
        {words(load.isPending ? 'progress.loadingDeals' : 'progress.loadDeals')}
      </Button>
      {load.isError && <span className={styles.bad}>{words('ui.fault.offline')}</span>}
    </span>
  );
}
