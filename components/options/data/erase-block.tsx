import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { moment } from '@/lib/words/format/when';
import { useCopy } from '../../pages/copy/use-copy';
import { FaultLine } from '../../pages/fault-line';
import { TextField } from '../../pages/fields';
import { Block, Notice } from '../../pages/parts';
import parts from '../../pages/parts.module.css';
import { useZone } from '../../pages/settings';
import { useAct } from '../../queries/act';
import { useConnection } from '../../queries/client';
import { read } from '../../queries/read';
import { Button } from '../../ui/button';
import { useWords } from '../../ui/language';
import { useNow } from '../../ui/use-now';

/** The one thing that cannot be taken back is typed, not clicked. */
export function EraseBlock() {
  const words = useWords();
  const zone = useZone();
  const now = useNow(60_000);
  const summary = useQuery(read(useConnection(), 'data', 'data.summary', {}));
  const erase = useAct('data.erase');
  const { stop } = useCopy();
  const [typed, setTyped] = useState('');
  const word = words('data.erase.word');
  const ready = typed.trim().toLocaleLowerCase() === word && !erase.isPending;
  const at = summary.data?.backedUpAt ?? null;
  return (
    <Block title={words('data.erase.title')} lead={words('data.erase.lead')}>
      <p>
        {at === null
          ? words('data.erase.noCopy')
          : words('data.erase.last', { when: moment(words.language, at, now, zone) })}
      </p>
      <form
        className={parts.row}
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          erase.mutate(
            { what: 'everything' },
            {
              onSuccess: () => {
                setTyped('');
                void stop();
              },
            },
          );
        }}
      >
        <div className={parts.medium}>
          <TextField
            label={words('data.erase.type', { word })}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <Button type="submit" className={parts.danger} disabled={!ready}>
          {words('data.erase.do')}
        </Button>
      </form>
      <div role="status">
        {erase.data && <Notice>{words('data.erase.done', { n: erase.data.removed })}</Notice>}
      </div>
      {erase.error !== null && <FaultLine error={erase.error} />}
    </Block>
  );
}
