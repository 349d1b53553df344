import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { InstanceId } from '@/lib/domain/ids';
import { daySchema } from '@/lib/domain/time';
import type { Output } from '@/lib/rpc/contract';
import { clock, date } from '@/lib/words/format/when';
import { FaultLine } from '../../pages/fault-line';
import { SelectField, TextField } from '../../pages/fields';
import { Notice } from '../../pages/parts';
import parts from '../../pages/parts.module.css';
import { useToday, useZone } from '../../pages/settings';
import { useConnection } from '../../queries/client';
import { faultCode, unwrap } from '../../queries/fault';
import { read } from '../../queries/read';
import { Button } from '../../ui/button';
import { useWords } from '../../ui/language';

/** One day, here and in the CRM, side by side. Asked for, never by itself: it reads the CRM. */
export function CompareSection() {
  const words = useWords();
  const connection = useConnection();
  const today = useToday();
  const crms = useQuery(read(connection, 'crms', 'crm.list', {}));
  const [chosen, setChosen] = useState<string | null>(null);
  const [day, setDay] = useState<string>(today);
  const compare = useMutation({
    mutationFn: async (asked: { readonly instance: InstanceId; readonly day: string }) =>
      unwrap(await connection.call('crm.compareDay', asked)),
  });
  const list = crms.data?.crms ?? [];
  const crm = list.find(({ instance }) => instance.id === chosen) ?? list[0];
  if (crms.data && crm === undefined)
    return (
      <div className={parts.stack}>
        <p className={parts.lead}>{words('dashboard.compare.noCrm')}</p>
        <div>
          <Button onClick={() => connection.openPage('options')}>{words('options.crm.addTitle')}</Button>
        </div>
      </div>
    );
  const name = crm?.instance.label ?? '';
  return (
    <div className={parts.stack}>
      <p className={parts.lead}>{words('dashboard.compare.lead')}</p>
      {crms.error !== null && <FaultLine error={crms.error} onRetry={() => void crms.refetch()} />}
      <form
        className={parts.row}
        hidden={crm === undefined}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (crm !== undefined && daySchema.safeParse(day).success)
            compare.mutate({ instance: crm.instance.id, day });
        }}
      >
        <div className={parts.medium}>
          <SelectField
            label={words('dashboard.compare.crm')}
            value={crm?.instance.id ?? ''}
            onChange={(event) => {
              setChosen(event.target.value);
              compare.reset();
            }}
          >
            {list.map(({ instance }) => (
              <option key={instance.id} value={instance.id}>
                {instance.label}
              </option>
            ))}
          </SelectField>
        </div>
        <div className={parts.date}>
          <TextField
            type="date"
            label={words('dashboard.compare.day')}
            max={today}
            value={day}
            onChange={(event) => {
              setDay(event.target.value);
              compare.reset();
            }}
          />
        </div>
        <Button type="submit" look="strong" disabled={compare.isPending}>
          {words('dashboard.compare.do')}
        </Button>
      </form>
      <div role="status" className={parts.stack}>
        {compare.isPending && <p>{words('dashboard.compare.doing', { name })}</p>}
        {compare.data && <Found found={compare.data} />}
      </div>
      {compare.error !== null &&
        (faultCode(compare.error) === 'offline' ? (
          <Notice warn live>
            {words('dashboard.compare.needTab', { name })}
          </Notice>
        ) : (
          <FaultLine error={compare.error} />
        ))}
    </div>
  );
}

function Found({ found }: { readonly found: Output<'crm.compareDay'> }) {
  const words = useWords();
  const zone = useZone();
  const { both, onlyHere, onlyThere } = found;
  const why = (code: string) => words.maybe(`dashboard.compare.why.${code}`) ?? code;
  if (onlyHere.length + onlyThere.length === 0)
    return <p>{words(both === 0 ? 'dashboard.compare.nothing' : 'dashboard.compare.same')}</p>;
  return (
    <>
      <p>
        {words('dashboard.compare.both')}: <strong>{both}</strong>
      </p>
      <Differences
        title={words('dashboard.compare.onlyHere')}
        rows={onlyHere.map((row) => ({ name: row.name, when: clock(row.at, zone), why: why(row.why) }))}
      />
      <Differences
        title={words('dashboard.compare.onlyThere')}
        rows={onlyThere.map((row) => ({
          name: row.name,
          when: date(words.language, row.day),
          why: why(row.why),
        }))}
      />
    </>
  );
}

function Differences(props: {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly when: string; readonly why: string }[];
}) {
  const words = useWords();
  return (
    <section aria-label={props.title}>
      <h2 className={parts.subheading}>
        {props.title}: {props.rows.length}
      </h2>
      {props.rows.length > 0 && (
        <ul>
          {props.rows.map(({ name, when, why }, at) => (
            <li key={`${when} ${name} ${at}`} className={parts.item}>
              <span className={parts.grow}>
                {name || words('dashboard.counted.noName')} <span className={parts.soft}>{when}</span>
              </span>
              <span className={parts.soft}>{why}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
