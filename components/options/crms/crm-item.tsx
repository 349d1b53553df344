import { useState } from 'react';
import type { InstanceView } from '@/lib/rpc/view';
import { dayOf } from '@/lib/domain/time';
import { date, moment } from '@/lib/words/format/when';
import { FaultLine } from '../../pages/fault-line';
import { TextField } from '../../pages/fields';
import { Block, Confirm, Notice } from '../../pages/parts';
import parts from '../../pages/parts.module.css';
import { useZone } from '../../pages/settings';
import { useAct } from '../../queries/act';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { useWords } from '../../ui/language';
import { useNow } from '../../ui/use-now';
import { useDoors } from '../doors';

/** One added CRM: what it is, who I am there, how far my deals are known. */
export function CrmItem({ crm }: { readonly crm: InstanceView }) {
  const words = useWords();
  const doors = useDoors();
  const remove = useAct('crm.remove');
  const again = useAct('crm.add');
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState(false);
  const { instance, granted, me } = crm;
  const name = instance.label;
  const about = [
    words(`crm.kind.${instance.kind}`),
    instance.version === null ? null : words('options.crm.version', { version: instance.version }),
    instance.test ? words('options.crm.test') : null,
  ];
  function allow() {
    const [base] = instance.bases;
    if (base === undefined) return;
    const asked = doors.askForOrigin(base).catch(() => false);
    void asked.then((yes) => {
      setRefused(!yes);
      if (yes) again.mutate({ address: base });
    });
  }
  const found = again.data?.state ?? null;
  const problem = refused ? 'not-granted' : found === 'added' ? null : found;
  return (
    <Block title={name}>
      <p className={parts.soft}>{about.filter((part) => part !== null).join(' · ')}</p>
      <ul>
        {instance.bases.map((base) => (
          <li key={base}>{base}</li>
        ))}
      </ul>
      <p>{me === null ? words('options.crm.meUnknown') : words('options.crm.me', { name: me.name })}</p>
      {!granted && (
        <div className={classes(parts.row, parts.center)}>
          <p>{words('options.crm.notGranted')}</p>
          <Button onClick={allow}>{words('options.crm.allow')}</Button>
        </div>
      )}
      {problem !== null && (
        <Notice warn live>
          {words(`options.crm.${problem}`)}
        </Notice>
      )}
      {granted && !instance.test && <Deals crm={crm} />}
      <div className={parts.row}>
        <Button small className={parts.danger} onClick={() => setAsking(true)}>
          {words('options.crm.remove')}
        </Button>
      </div>
      {remove.error !== null && <FaultLine error={remove.error} />}
      {again.error !== null && <FaultLine error={again.error} />}
      <Confirm
        open={asking}
        question={words('options.crm.removeAsk', { name })}
        yes={words('options.crm.remove')}
        onYes={() => remove.mutate({ instance: instance.id })}
        onClose={() => setAsking(false)}
      />
    </Block>
  );
}

/** Deal figures count only what the CRM itself has listed, so this says since when and as of when. */
function Deals({ crm }: { readonly crm: InstanceView }) {
  const words = useWords();
  const zone = useZone();
  const load = useAct('crm.loadDeals');
  const now = useNow(60_000);
  const [since, setSince] = useState(() => `${dayOf(now, zone).slice(0, 4)}-01-01`);
  const { language } = words;
  return (
    <div className={parts.stack}>
      {crm.coverage.length === 0 && <p>{words('options.crm.notLoaded')}</p>}
      {crm.coverage.map(({ from, asOf, count }) => (
        <p key={`${from} ${asOf}`}>
          {words('options.crm.since', {
            day: date(language, from),
            count,
            asOf: moment(language, asOf, now, zone),
          })}
        </p>
      ))}
      <form
        className={parts.row}
        onSubmit={(event) => {
          event.preventDefault();
          load.mutate({ instance: crm.instance.id, ...(since === '' ? {} : { since }) });
        }}
      >
        <div className={parts.medium}>
          <TextField
            type="date"
            label={words('options.crm.loadSince')}
            value={since}
            onChange={(event) => setSince(event.target.value)}
          />
        </div>
        <Button type="submit" disabled={load.isPending}>
          {words(crm.coverage.length === 0 ? 'options.crm.load' : 'options.crm.loadAgain')}
        </Button>
      </form>
      <div role="status">
        {load.isPending && (
          <p>
            {words('options.crm.loading', { name: crm.instance.label })}{' '}
            <progress aria-label={words('options.crm.load')} />
          </p>
        )}
        {load.data && (
          <p>
            {words('options.crm.loaded', {
              count: load.data.loaded,
              day: date(language, load.data.since),
            })}
          </p>
        )}
      </div>
      {load.error !== null && <FaultLine error={load.error} />}
    </div>
  );
}
