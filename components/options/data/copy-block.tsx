import { useQuery } from '@tanstack/react-query';
import { moment } from '@/lib/words/format/when';
import { canKeepCopy } from '../../pages/copy/folder';
import { useCopy } from '../../pages/copy/use-copy';
import { Block, Notice } from '../../pages/parts';
import parts from '../../pages/parts.module.css';
import { useZone } from '../../pages/settings';
import { useConnection } from '../../queries/client';
import { read } from '../../queries/read';
import { Button } from '../../ui/button';
import { useWords } from '../../ui/language';
import { useNow } from '../../ui/use-now';

export function CopyBlock() {
  const words = useWords();
  const zone = useZone();
  const now = useNow(60_000);
  const summary = useQuery(read(useConnection(), 'data', 'data.summary', {}));
  const { kept, outcome, write, choose, allow, stop } = useCopy();
  const when = (at: number) => moment(words.language, at, now, zone);
  const backedUpAt = summary.data?.backedUpAt ?? null;
  if (!canKeepCopy())
    return (
      <Block title={words('data.copy.title')}>
        <Notice warn>{words('data.copy.missing')}</Notice>
        <p>
          {backedUpAt === null
            ? words('data.copy.never')
            : words('data.copy.exported', { when: when(backedUpAt) })}
        </p>
      </Block>
    );
  const name = kept?.folder.name ?? '';
  return (
    <Block title={words('data.copy.title')} lead={words('data.copy.lead')}>
      {kept !== null && (
        <p>
          {words('data.copy.folder', { name })}{' '}
          {kept.writtenAt === null
            ? words('data.copy.never')
            : words('data.copy.age', { when: when(kept.writtenAt) })}
        </p>
      )}
      <div role="status">
        {write.isPending && <p>{words('data.copy.writing')}</p>}
        {!write.isPending && outcome?.kind === 'needs-you' && (
          <Notice warn>{words('data.copy.needsYou', { name })}</Notice>
        )}
        {!write.isPending && outcome?.kind === 'gone' && (
          <Notice warn>{words('data.copy.gone', { name })}</Notice>
        )}
        {!write.isPending && outcome?.kind === 'failed' && (
          <Notice warn>{words('data.copy.failed', { why: outcome.why })}</Notice>
        )}
      </div>
      <div className={parts.row}>
        {kept !== null && (
          <Button look="strong" disabled={write.isPending} onClick={() => void allow(kept)}>
            {words(outcome?.kind === 'needs-you' ? 'data.copy.allow' : 'data.copy.now')}
          </Button>
        )}
        <Button look={kept === null ? 'strong' : 'plain'} onClick={() => void choose()}>
          {words(kept === null ? 'data.copy.choose' : 'data.copy.other')}
        </Button>
        {kept !== null && <Button onClick={() => void stop()}>{words('data.copy.stop')}</Button>}
      </div>
    </Block>
  );
}
