import { useQuery } from '@tanstack/react-query';
import parts from '../../pages/parts.module.css';
import { useConnection } from '../../queries/client';
import { read } from '../../queries/read';
import { Button } from '../../ui/button';
import { useWords } from '../../ui/language';
import { currentGoals } from '../goals/current';
import { goalWords } from '../goals/goals';

/** As the manifest suggests it; the browser lets everybody change it. */
const PANEL_KEY = 'Alt+Shift+L';

export function DoneStep(props: { readonly onOptions: () => void; readonly onDashboard: () => void }) {
  const words = useWords();
  const connection = useConnection();
  const crms = useQuery(read(connection, 'crms', 'crm.list', {}));
  const goals = useQuery(read(connection, 'goals', 'goal.list', {}));
  const [goal] = currentGoals(goals.data?.goals ?? []);
  const names = crms.data?.crms.map(({ instance }) => instance.label) ?? [];
  return (
    <div className={parts.stack}>
      {goals.data && (
        <p>
          {goal ? words('setup.done.goal', { goal: goalWords(words, goal) }) : words('setup.done.noGoal')}
        </p>
      )}
      {crms.data && (
        <p>
          {names.length === 0
            ? words('setup.done.noCrm')
            : words('setup.done.crm', { name: names.join(', ') })}
        </p>
      )}
      <p>{words('setup.done.key', { key: PANEL_KEY })}</p>
      <div className={parts.actions}>
        <Button onClick={props.onOptions}>{words('setup.done.options')}</Button>
        <Button look="strong" onClick={props.onDashboard}>
          {words('setup.finish')}
        </Button>
      </div>
    </div>
  );
}
