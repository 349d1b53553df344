import {
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { Day } from '@/lib/domain/time';
import { date } from '@/lib/words/format/when';
import { figureText } from '../../progress/figure-text';
import { useWords } from '../../ui/language';
import { drawnValue, type Point } from './points';
import styles from './progress.module.css';

/**
 * Bars by period with the target as a line. recharts styles through the style object and injects no `<style>`: it
 * was run under our policy with Trusted Types, without a report. Its own keyboard layer is off, as the table beside
 * it says the same in order.
 */
export function Chart(props: { readonly points: readonly Point[]; readonly target: number | null }) {
  const words = useWords();
  const { language } = words;
  const { points } = props;
  const last = points.at(-1)!.figure;
  const target = drawnValue(last, props.target);
  const axis = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
  const day = (from: string) => date(language, from as Day, last.from);
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 900, height: 220 }}>
      <BarChart
        data={points}
        accessibilityLayer={false}
        margin={{ top: 8, right: target === null ? 8 : 96, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="from"
          tickFormatter={day}
          stroke="var(--line-strong)"
          tick={{ fill: 'var(--ink-soft)', fontSize: 12 }}
          tickLine={false}
          minTickGap={16}
        />
        <YAxis
          width={56}
          allowDecimals={last.unit !== 'count'}
          domain={[0, (most: number) => Math.max(most, target ?? 0, 1)]}
          tickFormatter={(value: number) => `${axis.format(value)}${last.unit === 'ratio' ? ' %' : ''}`}
          stroke="var(--line-strong)"
          tick={{ fill: 'var(--ink-soft)', fontSize: 12 }}
          tickLine={false}
          axisLine={false}
        />
        <Tooltip cursor={{ fill: 'var(--paper-sunk)' }} isAnimationActive={false} content={<Tip />} />
        <Bar dataKey="drawn" isAnimationActive={false} maxBarSize={44} radius={[3, 3, 0, 0]}>
          {points.map(({ from, running }) => (
            <Cell
              key={from}
              fill={running ? 'var(--accent-soft)' : 'var(--accent)'}
              stroke="var(--accent)"
              {...(running ? { strokeDasharray: '4 3' } : {})}
            />
          ))}
        </Bar>
        {target !== null && (
          <ReferenceLine
            y={target}
            stroke="var(--ink)"
            strokeDasharray="2 3"
            label={{
              value: words('dashboard.chart.target', {
                value: figureText(language, last.unit, props.target, last.currency, 'short'),
              }),
              position: 'right',
              fill: 'var(--ink)',
              fontSize: 12,
            }}
          />
        )}
      </BarChart>
    </ResponsiveContainer>
  );
}

function Tip(props: {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload: Point }[];
}) {
  const words = useWords();
  const point = props.payload?.[0]?.payload;
  if (props.active !== true || point === undefined) return null;
  const { figure, drawn, running } = point;
  return (
    <p className={styles.tip}>
      {date(words.language, figure.from)}:{' '}
      <strong>
        {drawn === null
          ? words('dashboard.chart.unknown')
          : figureText(words.language, figure.unit, figure.value, figure.currency)}
      </strong>
      {running && ` (${words('dashboard.chart.running')})`}
    </p>
  );
}
