import { useState } from 'react';
import type { RecordKey } from '@/lib/domain/ids';
import { dayOf, type Day } from '@/lib/domain/time';
import type { PanelView } from '@/lib/rpc/view';
import { clock, dayWord } from '@/lib/words/format/when';
import { quickDays } from '../calls/choices';
import { WhenFields, type When } from '../calls/when-fields';
import { useAct } from '../queries/act';
import { useWorkWeek } from '../queries/week';
import { usePanelStore } from '../stores/panel-store';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { Popover } from '../ui/popover';
import { useWords } from '../ui/language';
import styles from './panel.module.css';

/** The promise on this record, or none and two days to make one for. */
export function NextStepRow(props: { readonly view: PanelView; readonly now: number }) {
  const words = useWords();
  const week = useWorkWeek();
  const set = useAct('nextstep.set');
  const close = useAct('nextstep.close');
  const open = usePanelStore((state) => state.nextStepOpen);
  const [when, setWhen] = useState<When | null>(null);
  const { view, now } = props;
  const record = view.about?.key ?? null;
  if (record === null) return null;
  const zone = view.contactZone ?? view.zone;
  const today = dayOf(now, zone);
  const step = view.nextStep;
  const overdue = step !== null && (step.at === null ? step.day < today : step.at < now);

  function put(key: RecordKey, day: Day, at: number | null): void {
    usePanelStore.getState().set({ nextStepOpen: false });
    set.mutate({ record: key, next: { kind: 'call', day, at, zone }, text: '' });
  }
  return (
    <div className={styles.nextStep} role="group" aria-label={words('panel.next.title')}>
      <span className={styles.grow}>
        {step === null ? (
          words('panel.next.none')
        ) : (
          <>
            <span className={styles.soft}>{words('panel.next.title')} </span>
            {words('panel.next.line', {
              kind: words(`panel.nextKind.${step.kind}`),
              when: `${dayWord(words.language, step.day, today)}${step.at === null ? '' : ` ${clock(step.at, step.zone)}`}`,
            })}
            {step.text !== '' && ` · ${step.text}`}
            {overdue && <strong className={classes(styles.overdue)}> {words('panel.next.overdue')}</strong>}
          </>
        )}
      </span>
      {step === null ? (
        quickDays(now, zone, week).map((day) => (
          <Button key={day} small disabled={set.isPending} onClick={() => put(record, day, null)}>
            {dayWord(words.language, day, today)}
          </Button>
        ))
      ) : (
        <Button small disabled={close.isPending} onClick={() => close.mutate({ id: step.id, how: 'done' })}>
          {words('panel.next.done')}
        </Button>
      )}
      <Popover
        title={words('panel.next.choose')}
        open={open}
        onOpenChange={(now) => usePanelStore.getState().set({ nextStepOpen: now })}
        trigger={
          <Button small aria-label={words('panel.next.other')}>
            <span aria-hidden="true">▾</span>
          </Button>
        }
      >
        <div className={styles.actions}>
          <WhenFields label={words('panel.next.title')} value={when} zone={zone} onChange={setWhen} />
          <Button
            small
            look="strong"
            disabled={when === null || set.isPending}
            onClick={() => when !== null && put(record, when.day, when.at)}
          >
            {words('panel.next.set')}
          </Button>
        </div>
      </Popover>
    </div>
  );
}
