import { useQuery } from '@tanstack/react-query';
import type { OutboxView } from '@/lib/rpc/view';
import { moment } from '@/lib/words/format/when';
import { useAct } from '../queries/act';
import { useConnection } from '../queries/client';
import { read } from '../queries/read';
import { Button } from '../ui/button';
import { announce } from '../ui/live';
import { Popover } from '../ui/popover';
import { useNow } from '../ui/use-now';
import { useWords } from '../ui/language';
import styles from './panel.module.css';

/** "2 not in CRM yet": opens what waits, why, and what can be done about it. */
export function OutboxLine(props: {
  readonly counts: { readonly waiting: number; readonly needsYou: number };
  readonly zone: string;
  readonly hidden: boolean;
}) {
  const words = useWords();
  const { waiting, needsYou } = props.counts;
  if (waiting + needsYou === 0) return null;
  return (
    <Popover
      title={words('outbox.title')}
      trigger={
        <Button small look="quiet">
          {words('outbox.line', { n: waiting + needsYou })}
          {needsYou > 0 && (
            <strong className={styles.overdue}>{words('outbox.needsYou', { n: needsYou })}</strong>
          )}
        </Button>
      }
    >
      <OutboxList zone={props.zone} hidden={props.hidden} />
    </Popover>
  );
}

function OutboxList(props: { readonly zone: string; readonly hidden: boolean }) {
  const words = useWords();
  const connection = useConnection();
  const { data } = useQuery(read(connection, 'outbox', 'outbox.list', {}));
  if (data === undefined) return <p>{words('ui.loading')}</p>;
  if (data.items.length === 0) return <p>{words('outbox.empty')}</p>;
  return (
    <ul className={styles.outbox}>
      {data.items.map((item) => (
        <Item key={item.id} item={item} zone={props.zone} hidden={props.hidden} />
      ))}
    </ul>
  );
}

function Item(props: { readonly item: OutboxView; readonly zone: string; readonly hidden: boolean }) {
  const words = useWords();
  const act = useAct('outbox.act');
  const now = useNow(60_000);
  const { item } = props;
  const open = item.state === 'queued' || item.state === 'needs-you';
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(`${item.subject}\n${item.text}`.trim());
    announce(words('ui.copied'));
  }
  return (
    <li>
      <p className={styles.outboxHead}>
        <strong>{item.recordName}</strong> <span>{words(`outbox.state.${item.state}`)}</span>
      </p>
      <p>{props.hidden ? words('outbox.private') : item.subject}</p>
      <p className={styles.soft}>
        {moment(words.language, item.at, now, props.zone)}
        {item.state === 'queued' && ` · ${words(`outbox.wait.${item.waitingFor}`)}`}
        {item.why !== null && ` · ${item.why}`}
      </p>
      {open && (
        <div className={styles.actions}>
          {item.waitingFor !== 'undo' && (
            <Button small disabled={act.isPending} onClick={() => act.mutate({ id: item.id, act: 'retry' })}>
              {words('outbox.retry')}
            </Button>
          )}
          <Button
            small
            disabled={act.isPending}
            onClick={() => act.mutate({ id: item.id, act: 'keep-here' })}
          >
            {words('outbox.keep')}
          </Button>
          <Button small onClick={() => void copy()}>
            {words('outbox.copy')}
          </Button>
          <Button
            small
            look="quiet"
            disabled={act.isPending}
            onClick={() => act.mutate({ id: item.id, act: 'cancel' })}
          >
            {words('outbox.cancel')}
          </Button>
        </div>
      )}
    </li>
  );
}
