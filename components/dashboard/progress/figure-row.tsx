import type { Figure } from '@/lib/rpc/view';
import { date } from '@/lib/words/format/when';
import parts from '../../pages/parts.module.css';
import { useWords } from '../../ui/language';
import { figureText } from '../../progress/figure-text';
import { FigureActions } from './figure-actions';

/** One figure without a goal. Unknown is a dash with its reason, never 0. */
export function FigureRow({ figure }: { readonly figure: Figure }) {
  const words = useWords();
  const name = words.maybe(`metrics.${figure.metric}.name`) ?? figure.metric;
  const notes = [
    figure.why === null ? null : words(`progress.why.${figure.why}`),
    figure.numerator === null || figure.denominator === null || figure.denominator === 0
      ? null
      : words('progress.sample', { numerator: figure.numerator, denominator: figure.denominator }),
    figure.source.covered === 'seen' ? words('dashboard.progress.seen') : null,
    figure.source.covered === 'since' && figure.source.since !== null
      ? words('progress.covered.since', { day: date(words.language, figure.source.since, figure.from) })
      : null,
  ].filter((note) => note !== null);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={parts.number}>
        <strong>{figureText(words.language, figure.unit, figure.value, figure.currency)}</strong>
      </td>
      <td>
        <span className={parts.soft}>{notes.join(' · ')}</span>
      </td>
      <td className={parts.number}>
        <FigureActions figure={figure} pace={null} />
      </td>
    </tr>
  );
}
