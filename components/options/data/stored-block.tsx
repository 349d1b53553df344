import { useQuery } from '@tanstack/react-query';
import { FaultLine } from '../../pages/fault-line';
import { Block } from '../../pages/parts';
import parts from '../../pages/parts.module.css';
import { useConnection } from '../../queries/client';
import { read } from '../../queries/read';
import { useWords } from '../../ui/language';

export function StoredBlock() {
  const words = useWords();
  const summary = useQuery(read(useConnection(), 'data', 'data.summary', {}));
  const estimate = useQuery({
    queryKey: ['data', 'estimate'],
    queryFn: async () => (await navigator.storage.estimate()).usage ?? null,
  });
  const bytes = summary.data?.bytes ?? estimate.data ?? null;
  const count = new Intl.NumberFormat(words.language);
  return (
    <Block title={words('data.stored.title')}>
      {summary.error !== null && <FaultLine error={summary.error} onRetry={() => void summary.refetch()} />}
      {summary.data && (
        <table className={parts.table}>
          <caption className="visually-hidden">{words('data.stored.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{words('data.stored.table')}</th>
              <th scope="col" className={parts.number}>
                {words('data.stored.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {summary.data.rows
              .filter(({ count: rows }) => rows > 0)
              .map(({ table, count: rows }) => (
                <tr key={table}>
                  <th scope="row">{words.maybe(`data.table.${table}`) ?? table}</th>
                  <td className={parts.number}>{count.format(rows)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
      {bytes !== null && (
        <p className={parts.soft}>{words('data.stored.size', { size: sizeText(bytes, words.language) })}</p>
      )}
    </Block>
  );
}

/** Bytes as kB or MB, by powers of ten as disks are sold. */
function sizeText(bytes: number, language: string): string {
  const big = bytes >= 1_000_000;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: big ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: big ? 1 : 0,
  }).format(bytes / (big ? 1_000_000 : 1000));
}
