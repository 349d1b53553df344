import type { PanelView } from '@/lib/rpc/view';
import { useWords } from '../ui/language';
import { anchorText } from '../notes/anchor-text';
import { OutboxLine } from './outbox';
import styles from './panel.module.css';

/** What has not reached the CRM yet, at the foot of every state. */
export function Footer(props: {
  readonly view: PanelView;
  readonly hidden: boolean;
  readonly logging: boolean;
}) {
  const words = useWords();
  const { view } = props;
  const isTest = view.instance?.test === true;
  const note = props.logging ? view.notes[0] : undefined;
  if (note === undefined && view.outbox.waiting + view.outbox.needsYou === 0 && !isTest) return null;
  return (
    <footer className={styles.footer}>
      {isTest && <span className={styles.soft}>{words('crm.test')}</span>}
      {note !== undefined && (
        <span className={styles.soft}>
          {words('notes.folded', {
            n: view.notes.length,
            author: note.mine ? words('notes.you') : note.author,
            anchor: anchorText(words, note),
          })}
        </span>
      )}
      <OutboxLine counts={view.outbox} zone={view.zone} hidden={props.hidden} />
    </footer>
  );
}
