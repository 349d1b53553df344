import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ulid } from 'ulid';
import { saveFile } from '../../pages/copy/save-file';
import { FaultLine } from '../../pages/fault-line';
import { Block, Notice } from '../../pages/parts';
import parts from '../../pages/parts.module.css';
import { useConnection } from '../../queries/client';
import { unwrap } from '../../queries/fault';
import { Button } from '../../ui/button';
import { useWords } from '../../ui/language';
import { FileButton } from './file-button';
import { brokenTable, importLines, linesOf, withoutBroken, type ImportReport } from './import-file';

interface Chosen {
  readonly name: string;
  readonly lines: readonly string[];
}

/** Preview first, then apply: nothing is written by choosing a file. */
export function ImportBlock() {
  const words = useWords();
  const { call } = useConnection();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [done, setDone] = useState(0);
  const run = useMutation({
    mutationFn: async (file: Chosen & { readonly dryRun: boolean }) => {
      setDone(0);
      return unwrap(await importLines(call, file.lines, { dryRun: file.dryRun, session: ulid() }, setDone));
    },
  });
  const report = run.data;
  const taken = run.variables?.dryRun === false && report?.refused === null && report.broken.length === 0;

  function choose(text: string, name: string): void {
    const next = { name, lines: linesOf(text) };
    setChosen(next);
    run.mutate({ ...next, dryRun: true });
  }

  function apply(file: Chosen, { broken }: ImportReport): void {
    run.mutate({ name: file.name, lines: withoutBroken(file.lines, broken), dryRun: false });
  }

  return (
    <Block title={words('data.import.title')} lead={words('data.import.lead')}>
      <div>
        <FileButton
          name={words('data.import.choose')}
          accept=".jsonl,.ndjson,.json,.txt"
          disabled={run.isPending}
          onText={choose}
        />
      </div>
      <div role="status" className={parts.stack}>
        {run.isPending && chosen !== null && (
          <p>{words('data.import.reading', { done, of: chosen.lines.length })}</p>
        )}
        {report && chosen !== null && !taken && (
          <Preview chosen={chosen} report={report} onApply={() => apply(chosen, report)} />
        )}
        {report && taken && <Notice>{words('data.import.applied', { n: report.added })}</Notice>}
      </div>
      {run.error !== null && <FaultLine error={run.error} />}
    </Block>
  );
}

/** More lines than this are in the file that can be saved, not on the screen. */
const SHOWN = 5;

function Preview(props: {
  readonly chosen: Chosen;
  readonly report: ImportReport;
  readonly onApply: () => void;
}) {
  const words = useWords();
  const { chosen, report } = props;
  const { added, known, newer, refused } = report;
  const broken = report.broken.map(({ line, why }) => ({
    line,
    why: words.maybe(`data.import.why.${why}`) ?? why,
  }));
  if (chosen.lines.length === 0) return <Notice warn>{words('data.import.empty')}</Notice>;
  if (refused !== null)
    return <Notice warn>{words(`data.import.refused.${refused}`, { name: chosen.name })}</Notice>;
  return (
    <Notice warn={broken.length > 0}>
      <div className={parts.stack}>
        <p>{words('data.import.preview', { name: chosen.name, added, known })}</p>
        {newer > 0 && <p>{words('data.import.newer', { n: newer })}</p>}
        {broken.length > 0 && (
          <>
            <p>{words('data.import.broken', { n: broken.length })}</p>
            <ul>
              {broken.slice(0, SHOWN).map(({ line, why }) => (
                <li key={line}>{words('data.import.brokenLine', { line, why })}</li>
              ))}
            </ul>
            <div>
              <Button
                onClick={() =>
                  saveFile(
                    new Blob([brokenTable(chosen.lines, broken)], { type: 'text/csv' }),
                    'touchline-import-errors.csv',
                  )
                }
              >
                {words('data.import.errors')}
              </Button>
            </div>
          </>
        )}
        {added + newer + known === 0 && <p>{words('data.import.nothing')}</p>}
        {added + newer > 0 && (
          <div>
            <Button look="strong" onClick={props.onApply}>
              {words('data.import.apply', { n: added + newer })}
            </Button>
          </div>
        )}
      </div>
    </Notice>
  );
}
