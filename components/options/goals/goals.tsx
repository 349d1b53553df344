import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { GoalVersion } from '@/lib/domain/goal';
import { metricOf } from '@/lib/kpi/catalog';
import { date } from '@/lib/words/format/when';
import { FaultLine } from '../../pages/fault-line';
import { figureText } from '../../progress/figure-text';
import { Confirm, Sheet } from '../../pages/parts';
import parts from '../../pages/parts.module.css';
import { useAct } from '../../queries/act';
import { useConnection } from '../../queries/client';
import { read } from '../../queries/read';
import { Button } from '../../ui/button';
import { useWords, type Words } from '../../ui/language';
import { currentGoals } from './current';
import { GoalForm } from './goal-form';

export function goalWords(words: Words, goal: GoalVersion): string {
  const metric = words.maybe(`metrics.${goal.metric}.name`) ?? goal.metric;
  const each = words(`options.goal.each.${goal.period}`);
  const unit = metricOf(goal.metric)?.unit ?? 'count';
  const target = figureText(words.language, unit, goal.target, goal.currency);
  return words('options.goal.row', { metric, each, target });
}

export function GoalsSection() {
  const words = useWords();
  const goals = useQuery(read(useConnection(), 'goals', 'goal.list', {}));
  const archive = useAct('goal.archive');
  const [editing, setEditing] = useState<GoalVersion | 'new' | null>(null);
  const [archiving, setArchiving] = useState<GoalVersion | null>(null);
  const current = currentGoals(goals.data?.goals ?? []);
  return (
    <div className={parts.stack}>
      <p className={parts.lead}>{words('options.goal.lead')}</p>
      {goals.error !== null && <FaultLine error={goals.error} onRetry={() => void goals.refetch()} />}
      {goals.data && current.length === 0 && <p className={parts.soft}>{words('options.goal.none')}</p>}
      <ul>
        {current.map((goal) => (
          <li key={goal.goal} className={parts.item}>
            <div className={parts.grow}>
              <p>{goalWords(words, goal)}</p>
              <p className={parts.soft}>
                {[
                  words('options.goal.since', { day: date(words.language, goal.effective.from) }),
                  goal.headline ? words('options.goal.headline') : null,
                  goal.prorate ? words('options.goal.prorate') : null,
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </p>
            </div>
            <Button
              small
              aria-label={`${words('ui.edit')}: ${goalWords(words, goal)}`}
              onClick={() => setEditing(goal)}
            >
              {words('ui.edit')}
            </Button>
            <Button small onClick={() => setArchiving(goal)}>
              {words('options.goal.archive')}
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button look="strong" onClick={() => setEditing('new')}>
          {words('options.goal.add')}
        </Button>
      </div>
      {archive.error !== null && <FaultLine error={archive.error} />}
      <Sheet
        open={editing !== null}
        title={
          editing === null || editing === 'new'
            ? words('options.goal.addTitle')
            : words('options.goal.edit', { name: goalWords(words, editing) })
        }
        onClose={() => setEditing(null)}
      >
        {editing !== null && (
          <GoalForm goal={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />
        )}
      </Sheet>
      <Confirm
        open={archiving !== null}
        question={words('options.goal.archiveAsk')}
        yes={words('options.goal.archive')}
        onYes={() => archiving && archive.mutate({ goal: archiving.goal })}
        onClose={() => setArchiving(null)}
      />
    </div>
  );
}
