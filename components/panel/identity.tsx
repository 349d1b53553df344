import type { PanelView } from '@/lib/rpc/view';
import { useAct } from '../queries/act';
import { faultCode } from '../queries/fault';
import { Button } from '../ui/button';
import { useWords } from '../ui/language';
import { Notice } from './notice';
import styles from './panel.module.css';

/** "Who are you here?": asked once for each CRM and user; until then nothing is counted or written. */
export function Identity(props: { readonly view: PanelView }) {
  const words = useWords();
  const confirm = useAct('identity.confirm');
  const { instance, identity, signedIn } = props.view;
  if (identity === 'known' || instance === null) return null;
  if (signedIn === null || identity === 'unknown')
    return <p className={styles.quietNote}>{words('panel.identity.unknown')}</p>;
  const { name, remoteId } = signedIn;
  function answer(mine: boolean): void {
    confirm.mutate({ instance: instance!.id, remoteId, mine });
  }
  if (identity === 'somebody-else') {
    return (
      <p className={styles.quietNote}>
        {words('panel.identity.somebodyElse', { name })}{' '}
        <Button small look="quiet" disabled={confirm.isPending} onClick={() => answer(true)}>
          {words('panel.identity.change')}
        </Button>
      </p>
    );
  }
  return (
    <Notice
      title={words('panel.identity.title')}
      text={words('panel.identity.text', { name, crm: instance.label })}
    >
      <Button look="strong" disabled={confirm.isPending} onClick={() => answer(true)}>
        {words('panel.identity.me')}
      </Button>
      <Button disabled={confirm.isPending} onClick={() => answer(false)}>
        {words('panel.identity.notMe')}
      </Button>
      {confirm.isError && <p role="alert">{words(`ui.fault.${faultCode(confirm.error)}`)}</p>}
    </Notice>
  );
}
