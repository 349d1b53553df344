import type { CrmUser, Instance } from '@/lib/domain/instance';
import { FaultLine } from '../../pages/fault-line';
import parts from '../../pages/parts.module.css';
import { useAct } from '../../queries/act';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { useWords } from '../../ui/language';

/** Until somebody has said who the signed-in user is, nothing there is counted or written. */
export function WhoAreYou(props: { readonly instance: Instance['id']; readonly user: CrmUser }) {
  const words = useWords();
  const confirm = useAct('identity.confirm');
  const { name, remoteId } = props.user;
  const answer = (mine: boolean) => confirm.mutate({ instance: props.instance, remoteId, mine });
  if (confirm.isSuccess)
    return (
      <p>{confirm.variables.mine ? words('options.crm.meNow', { name }) : words('options.crm.notMeNow')}</p>
    );
  return (
    <div className={classes(parts.row, parts.center)}>
      <p className={parts.grow}>{words('options.crm.signedIn', { name })}</p>
      <Button look="strong" disabled={confirm.isPending} onClick={() => answer(true)}>
        {words('options.crm.isMe')}
      </Button>
      <Button disabled={confirm.isPending} onClick={() => answer(false)}>
        {words('options.crm.notMe')}
      </Button>
      {confirm.error !== null && <FaultLine error={confirm.error} />}
    </div>
  );
}
