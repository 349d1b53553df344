import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RecordKey } from '@/lib/domain/ids';
import { FaultLine } from '../../pages/fault-line';
import { TextField } from '../../pages/fields';
import { Block, Confirm, Notice } from '../../pages/parts';
import parts from '../../pages/parts.module.css';
import { useAct } from '../../queries/act';
import { useConnection } from '../../queries/client';
import { read } from '../../queries/read';
import { Button } from '../../ui/button';
import { useWords } from '../../ui/language';

interface Row {
  readonly record: RecordKey;
  readonly name: string;
}

export function ProspectBlock() {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [find, setFind] = useState<string | null>(null);
  const [asking, setAsking] = useState<Row | null>(null);
  const [erased, setErased] = useState<Row | null>(null);
  const rows = useQuery({
    ...read(useConnection(), 'data', 'data.prospects', { find: find ?? '' }),
    enabled: find !== null,
  });
  const erase = useAct('data.erase');
  return (
    <Block title={words('data.prospect.title')} lead={words('data.prospect.lead')}>
      <form
        role="search"
        className={parts.row}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') setFind(typed.trim());
        }}
      >
        <div className={parts.grow}>
          <TextField
            label={words('data.prospect.find')}
            maxLength={200}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <Button type="submit">{words('data.prospect.search')}</Button>
      </form>
      {rows.error !== null && <FaultLine error={rows.error} onRetry={() => void rows.refetch()} />}
      <div role="status">
        {find !== null && rows.data?.rows.length === 0 && <p>{words('data.prospect.none')}</p>}
        {erase.isSuccess && erased !== null && (
          <Notice>{words('data.prospect.done', { name: erased.name, n: erase.data.removed })}</Notice>
        )}
      </div>
      {find !== null && (
        <ul>
          {rows.data?.rows.map((row) => (
            <li key={row.record} className={parts.item}>
              <span className={parts.grow}>
                {row.name || words('ui.unknown')}{' '}
                <span className={parts.soft}>{words('data.prospect.row', { count: row.count })}</span>
              </span>
              <Button small className={parts.danger} onClick={() => setAsking(row)}>
                {words('data.prospect.erase', { name: row.name || words('ui.unknown') })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {erase.error !== null && <FaultLine error={erase.error} />}
      <Confirm
        open={asking !== null}
        question={words('data.prospect.ask', { name: asking?.name ?? '' })}
        yes={words('data.prospect.do')}
        onYes={() => {
          if (asking === null) return;
          setErased(asking);
          erase.mutate({ what: 'prospect', record: asking.record });
        }}
        onClose={() => setAsking(null)}
      />
    </Block>
  );
}
