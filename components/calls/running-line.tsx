import type { RunningCall } from '@/lib/rpc/view';
import { duration } from '@/lib/words/format/duration';
import { useAct } from '../queries/act';
import { Button } from '../ui/button';
import { useWords } from '../ui/language';
import { useNow } from '../ui/use-now';
import styles from './calls.module.css';

/** A call still running whose log is folded: whom it is with, how long, and back to it. */
export function RunningLine(props: { readonly running: RunningCall; readonly onOpen: () => void }) {
  const words = useWords();
  const stop = useAct('call.stop');
  const now = useNow(1000);
  const { running } = props;
  return (
    <div className={styles.undo}>
      <span>
        <span aria-hidden="true">☎</span> {duration((now - running.startedAt) / 1000)}{' '}
        {words('calls.running', { name: running.name })}
      </span>
      <span className={styles.acts}>
        <Button small onClick={props.onOpen}>
          {words('panel.act.title')}
        </Button>
        <Button small look="quiet" disabled={stop.isPending} onClick={() => stop.mutate({})}>
          {words('calls.notACall')}
        </Button>
      </span>
    </div>
  );
}
