import { useState } from 'react';
import type { PanelView } from '@/lib/rpc/view';
import { moment } from '@/lib/words/format/when';
import { WhenFields, type When } from '../calls/when-fields';
import { useAct } from '../queries/act';
import { faultCode } from '../queries/fault';
import { Button } from '../ui/button';
import { useWords } from '../ui/language';
import styles from './panel.module.css';

/** A booked meeting whose time is over asks once: held, no-show or moved. */
export function MeetingDue(props: { readonly view: PanelView; readonly now: number }) {
  const words = useWords();
  const resolve = useAct('meeting.resolve');
  const [moving, setMoving] = useState(false);
  const [when, setWhen] = useState<When | null>(null);
  const due = props.view.meetingsDue[0];
  if (due === undefined) return null;
  const { activity } = due;
  function answer(result: 'held' | 'no-show' | 'moved', movedTo: number | null): void {
    resolve.mutate({ activity, result, movedTo }, { onSuccess: () => setMoving(false) });
  }
  return (
    <section className={styles.card} aria-label={words('panel.act.met')}>
      <p>
        {words('panel.meetingDue.question', {
          name: due.name,
          when: moment(words.language, due.at, props.now, props.view.zone),
        })}
      </p>
      {moving ? (
        <div className={styles.actions}>
          <WhenFields
            label={words('panel.meetingDue.movedTo')}
            value={when}
            zone={props.view.zone}
            onChange={setWhen}
          />
          <Button
            small
            look="strong"
            disabled={typeof when?.at !== 'number' || resolve.isPending}
            onClick={() => answer('moved', when?.at ?? null)}
          >
            {words('panel.next.set')}
          </Button>
        </div>
      ) : (
        <div className={styles.actions}>
          <Button small disabled={resolve.isPending} onClick={() => answer('held', null)}>
            {words('panel.meetingDue.held')}
          </Button>
          <Button small disabled={resolve.isPending} onClick={() => answer('no-show', null)}>
            {words('panel.meetingDue.noShow')}
          </Button>
          <Button small onClick={() => setMoving(true)}>
            {words('panel.meetingDue.moved')}
          </Button>
        </div>
      )}
      {resolve.isError && <p role="alert">{words(`ui.fault.${faultCode(resolve.error)}`)}</p>}
    </section>
  );
}
