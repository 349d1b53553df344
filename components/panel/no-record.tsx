import type { PanelView } from '@/lib/rpc/view';
import { useConnection } from '../queries/client';
import { Button } from '../ui/button';
import { useWords } from '../ui/language';
import { Notice } from './notice';
import styles from './panel.module.css';

/** Why no record is shown: each state says what it means and what can be done. */
export function NoRecord(props: { readonly view: PanelView }) {
  const words = useWords();
  const connection = useConnection();
  const { view } = props;
  const crm = view.instance?.label ?? 'CRM';
  if (view.state === 'ready') return null;
  if (view.state === 'not-set-up' || view.state === 'not-a-crm') {
    const room = view.state === 'not-set-up' ? 'notSetUp' : 'notACrm';
    return (
      <div className={styles.part}>
        <Notice title={words(`panel.${room}.title`)} text={words(`panel.${room}.text`)}>
          <Button look="strong" onClick={() => connection.openPage('options')}>
            {words(`panel.${room}.action`)}
          </Button>
        </Notice>
      </div>
    );
  }
  if (view.state === 'cannot-read') {
    return (
      <div className={styles.part}>
        <Notice title={words('panel.cannotRead.title')} text={words('panel.cannotRead.text', { crm })}>
          {view.about === null && <p>{words('panel.cannotRead.noRecord')}</p>}
        </Notice>
      </div>
    );
  }
  return (
    <div className={styles.part}>
      <Notice
        title={words(`panel.${view.state}.title`)}
        text={view.state === 'watching' ? words('panel.watching.text', { crm }) : words('panel.waiting.text')}
      />
    </div>
  );
}
