import type { PanelView } from '@/lib/rpc/view';
import { useWords } from '../ui/language';
import { OutboxLine } from './outbox';
import styles from './panel.module.css';

/** What has not reached the CRM yet, at the foot of every state. */
export function Footer(props: { readonly view: PanelView; readonly hidden: boolean }) {
  const words = useWords();
  const { view } = props;
  const isTest = view.instance?.test === true;
  if (view.outbox.waiting + view.outbox.needsYou === 0 && !isTest) return null;
  return (
    <footer className={styles.footer}>
      {isTest && <span className={styles.soft}>{words('crm.test')}</span>}
      <OutboxLine counts={view.outbox} zone={view.zone} hidden={props.hidden} />
    </footer>
  );
}
