import { Pencil, Trash2 } from 'lucide-react';
import type { Outcome } from '@/lib/domain/outcome';
import type { ActivityView } from '@/lib/rpc/view';
import { duration } from '@/lib/words/format/duration';
import { clock, dayWord } from '@/lib/words/format/when';
import parts from '../../pages/parts.module.css';
import { useToday } from '../../pages/settings';
import { Button } from '../../ui/button';
import { useWords } from '../../ui/language';
import { outcomeText } from '../../calls/outcome-words';

export function ActivityTable(props: {
  readonly rows: readonly ActivityView[];
  readonly outcomes: readonly Outcome[];
  readonly onCorrect: (row: ActivityView) => void;
  readonly onDelete: (row: ActivityView) => void;
}) {
  const words = useWords();
  const today = useToday();
  const { language } = words;
  return (
    <div className={parts.scroll}>
      <table className={parts.table}>
        <caption className="visually-hidden">{words('dashboard.list.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('dashboard.list.when')}</th>
            <th scope="col">{words('dashboard.list.who')}</th>
            <th scope="col">{words('dashboard.list.what')}</th>
            <th scope="col" className={parts.number}>
              {words('dashboard.list.length')}
            </th>
            <th scope="col">{words('dashboard.list.note')}</th>
            <th scope="col">{words('dashboard.list.crm')}</th>
            <th scope="col">{words('dashboard.list.act')}</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => {
            const name = row.who || row.recordName || words('dashboard.counted.noName');
            // The day is the one it counts on, fixed when it was logged; the clock is of that zone as well.
            const when = `${dayWord(language, row.day, today)} ${clock(row.at, row.zone)}`;
            return (
              <tr key={row.id}>
                <td className={parts.keep}>{when}</td>
                <th scope="row">
                  {name}
                  {row.recordName !== '' && row.recordName !== name && (
                    <span className={parts.below}>{row.recordName}</span>
                  )}
                </th>
                <td className={parts.keep}>
                  {words(`calls.channel.${row.channel}`)}
                  {row.outcome !== null && (
                    <span className={parts.below}>{outcomeText(words, props.outcomes, row.outcome)}</span>
                  )}
                </td>
                <td className={parts.number}>{row.durationSec === null ? '' : duration(row.durationSec)}</td>
                <td>
                  <span className={parts.clamp} title={row.text}>
                    {row.text}
                  </span>
                </td>
                <td className={parts.keep}>
                  {row.crm === null ? '—' : words(`outbox.state.${row.crm}`)}
                  {row.crmWhy !== null && <span className={parts.below}>{row.crmWhy}</span>}
                </td>
                <td className={parts.keep}>
                  <Button
                    look="icon"
                    aria-label={words('dashboard.list.correctOf', { name, when })}
                    title={
                      row.record === null ? words('dashboard.list.noRecord') : words('dashboard.list.correct')
                    }
                    disabled={row.record === null}
                    onClick={() => props.onCorrect(row)}
                  >
                    <Pencil size={16} aria-hidden="true" />
                  </Button>
                  <Button
                    look="icon"
                    aria-label={words('dashboard.list.deleteOf', { name, when })}
                    title={words('dashboard.list.delete')}
                    onClick={() => props.onDelete(row)}
                  >
                    <Trash2 size={16} aria-hidden="true" />
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
