import { useInfiniteQuery } from '@tanstack/react-query';
import type { Figure } from '@/lib/rpc/view';
import { date } from '@/lib/words/format/when';
import { FaultLine } from '../../pages/fault-line';
import parts from '../../pages/parts.module.css';
import { figureText } from '../../progress/figure-text';
import { useConnection } from '../../queries/client';
import { unwrap } from '../../queries/fault';
import { topicKey } from '../../queries/keys';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { useWords } from '../../ui/language';

/** The records behind a figure, a page at a time. */
export function Inputs(props: { readonly figure: Figure; readonly onClose: () => void }) {
  const words = useWords();
  const { call } = useConnection();
  const { metric, from, to } = props.figure;
  const pages = useInfiniteQuery({
    queryKey: topicKey('log', 'progress.inputs', metric, from, to),
    queryFn: async ({ pageParam }) =>
      unwrap(await call('progress.inputs', { metric, from, to, cursor: pageParam })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const money = rows.some(({ amount }) => amount !== null);
  return (
    <div className={parts.stack}>
      {pages.error !== null && <FaultLine error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && rows.length === 0 && <p>{words('dashboard.counted.nothing')}</p>}
      {rows.length > 0 && (
        <table className={parts.table}>
          <thead>
            <tr>
              <th scope="col">{words('dashboard.counted.row')}</th>
              <th scope="col">{words('dashboard.counted.day')}</th>
              {money && (
                <th scope="col" className={parts.number}>
                  {words('dashboard.counted.amount')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  {row.link !== null && /^https?:\/\//.test(row.link) ? (
                    <a href={row.link} target="_blank" rel="noopener noreferrer" className={parts.link}>
                      {row.name || words('dashboard.counted.noName')}
                    </a>
                  ) : (
                    row.name || words('dashboard.counted.noName')
                  )}
                </th>
                <td>{row.day === null ? '—' : date(words.language, row.day, from)}</td>
                {money && (
                  <td className={parts.number}>
                    {figureText(words.language, 'money', row.amount, row.currency)}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p role="status" className={parts.soft}>
        {pages.data &&
          rows.length > 0 &&
          words(pages.hasNextPage ? 'dashboard.counted.soFar' : 'dashboard.counted.all', { n: rows.length })}
      </p>
      <div className={classes(parts.actions, parts.stuck)}>
        {pages.hasNextPage && (
          <Button disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {words('dashboard.counted.more')}
          </Button>
        )}
        <Button onClick={props.onClose}>{words('ui.close')}</Button>
      </div>
    </div>
  );
}
