import { Button } from '../ui/button';
import { useWords } from '../ui/language';
import styles from './calls.module.css';

/** What the rep just did: a call, a meeting, a message. */
export function ActRow(props: {
  readonly deal: boolean;
  readonly onCall: () => void;
  readonly onMet: () => void;
  readonly onMessage: () => void;
}) {
  const words = useWords();
  return (
    <div role="group" aria-label={words('panel.act.title')} className={styles.acts}>
      <Button look={props.deal ? 'plain' : 'strong'} hint="C" aria-keyshortcuts="C" onClick={props.onCall}>
        <span aria-hidden="true">☎</span> {words('panel.act.call')}
      </Button>
      <Button onClick={props.onMet}>
        <span aria-hidden="true">▣</span> {words('panel.act.met')}
      </Button>
      <Button hint="M" aria-keyshortcuts="M" onClick={props.onMessage}>
        <span aria-hidden="true">✉</span> {words('panel.act.message')}
      </Button>
    </div>
  );
}
