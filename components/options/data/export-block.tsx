import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { localDay } from '../../pages/copy/daily';
import { exportFile, exportName } from '../../pages/copy/export-file';
import { saveFile } from '../../pages/copy/save-file';
import { FaultLine } from '../../pages/fault-line';
import { Block } from '../../pages/parts';
import parts from '../../pages/parts.module.css';
import { useConnection } from '../../queries/client';
import { unwrap } from '../../queries/fault';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { useWords } from '../../ui/language';
import { useNow } from '../../ui/use-now';

export function ExportBlock() {
  const words = useWords();
  const { call } = useConnection();
  const [lines, setLines] = useState(0);
  const name = exportName(localDay(useNow(60_000)));
  const run = useMutation({
    mutationFn: async () => {
      const file = unwrap(await exportFile(call, setLines));
      saveFile(file.blob, name);
      await call('data.backedUp', {});
      return file.lines;
    },
  });
  return (
    <Block title={words('data.export.title')} lead={words('data.export.lead')}>
      <div className={classes(parts.row, parts.center)}>
        <Button disabled={run.isPending} onClick={() => run.mutate()}>
          {words('data.export.do')}
        </Button>
        <p className={parts.soft}>{words('data.export.warn')}</p>
      </div>
      <div role="status">
        {run.isPending && <p>{words('data.export.running', { lines })}</p>}
        {run.isSuccess && <p>{words('data.export.done', { name, lines: run.data })}</p>}
      </div>
      {run.error !== null && <FaultLine error={run.error} />}
    </Block>
  );
}
