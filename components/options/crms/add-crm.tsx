import { useState } from 'react';
import type { Output } from '@/lib/rpc/contract';
import { FaultLine } from '../../pages/fault-line';
import { TextField } from '../../pages/fields';
import { Notice } from '../../pages/parts';
import parts from '../../pages/parts.module.css';
import { useAct } from '../../queries/act';
import { Button } from '../../ui/button';
import { useWords } from '../../ui/language';
import { useDoors } from '../doors';
import { WhoAreYou } from './who-are-you';

type Added = Extract<Output<'crm.add'>, { state: 'added' }>;

/**
 * Ask first, then detect: without the permission the page cannot be read, and after an await the browser no longer
 * believes that a person asked.
 */
export function AddCrm(props: { readonly onAdded?: (added: Added) => void }) {
  const words = useWords();
  const doors = useDoors();
  const add = useAct('crm.add');
  const [address, setAddress] = useState('');
  const [asking, setAsking] = useState(false);
  const [tried, setTried] = useState(false);
  const short = address.trim().length < 3;
  const busy = asking || add.isPending;

  function start(event: React.SyntheticEvent) {
    event.preventDefault();
    setTried(true);
    if (busy || short) return;
    // A company build refuses sites it does not name by throwing; that is a no like any other.
    const asked = doors.askForOrigin(address).catch(() => false);
    setAsking(true);
    void asked.then(() => {
      setAsking(false);
      // Also after a no: the background knows whether it was no address, or not allowed.
      add.mutate({ address: address.trim() }, { onSuccess: found });
    });
  }

  function found(answer: Output<'crm.add'>) {
    if (answer.state !== 'added') return;
    setAddress('');
    setTried(false);
    props.onAdded?.(answer);
  }

  const answer = add.data;
  return (
    <div className={parts.stack}>
      <form className={parts.row} onSubmit={start}>
        <div className={parts.grow}>
          <TextField
            label={words('options.crm.address')}
            inputMode="url"
            spellCheck={false}
            maxLength={2000}
            placeholder="https://crm.example.com"
            value={address}
            error={tried && short ? words('options.crm.not-an-address') : null}
            onChange={(event) => setAddress(event.target.value)}
          />
        </div>
        <Button type="submit" look="strong" disabled={busy}>
          {words('options.crm.add')}
        </Button>
      </form>
      <div role="status" className={parts.stack}>
        {asking && <p>{words('options.crm.asking')}</p>}
        {add.isPending && <p>{words('options.crm.looking')}</p>}
        {!busy && answer !== undefined && answer.state !== 'added' && (
          <Notice warn>{words(`options.crm.${answer.state}`)}</Notice>
        )}
        {!busy && answer?.state === 'added' && <Found answer={answer} />}
      </div>
      {add.error !== null && <FaultLine error={add.error} />}
    </div>
  );
}

function Found({ answer }: { readonly answer: Added }) {
  const words = useWords();
  const { instance, signedIn } = answer;
  return (
    <Notice>
      <div className={parts.stack}>
        <p>
          {words('options.crm.found', { crm: words(`crm.kind.${instance.kind}`), label: instance.label })}{' '}
          {instance.test && words('options.crm.foundTest')}
        </p>
        {signedIn === null ? (
          <p>{words('options.crm.noOne')}</p>
        ) : (
          <WhoAreYou key={instance.id} instance={instance.id} user={signedIn} />
        )}
      </div>
    </Notice>
  );
}
