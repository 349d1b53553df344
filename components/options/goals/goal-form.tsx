import { useState } from 'react';
import type { GoalVersion, PeriodKind } from '@/lib/domain/goal';
import { decimalFromMinor } from '@/lib/domain/money';
import { METRICS, metricOf } from '@/lib/kpi/catalog';
import type { Unit } from '@/lib/kpi/shape';
import { CurrencyField } from '../../pages/currency-field';
import { CheckField, SelectField, TextField } from '../../pages/fields';
import { FaultLine } from '../../pages/fault-line';
import { figureText } from '../../progress/figure-text';
import { parseTarget } from '../../pages/targets';
import parts from '../../pages/parts.module.css';
import { useSettings } from '../../pages/settings';
import { useAct } from '../../queries/act';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { useWords, type Words } from '../../ui/language';
import { currencyOf } from '../calendar/countries';

const PERIODS: readonly PeriodKind[] = ['day', 'week', 'month', 'quarter'];

/** Why a target is not one; null when it is. */
export function targetProblem(
  words: Words,
  text: string,
  unit: Unit,
  currency: string | null,
): string | null {
  if (parseTarget(text, unit, currency) !== null) return null;
  if (unit === 'ratio') return words('options.goal.percentMissing');
  return words(unit === 'count' ? 'options.goal.wholeMissing' : 'options.goal.targetMissing');
}

/** A new goal, or the next version of one. */
export function GoalForm(props: { readonly goal: GoalVersion | null; readonly onDone: () => void }) {
  const words = useWords();
  const { file } = useSettings();
  const save = useAct('goal.save');
  const { goal } = props;
  const [metric, setMetric] = useState<string>(goal?.metric ?? METRICS[0].id);
  const [period, setPeriod] = useState<PeriodKind>(goal?.period ?? 'day');
  const [currency, setCurrency] = useState(
    goal?.currency ?? currencyOf(file.calendar?.country ?? null) ?? '',
  );
  const [target, setTarget] = useState(goal === null ? '' : typedTarget(goal));
  const [headline, setHeadline] = useState(goal?.headline ?? false);
  const unit = metricOf(metric)?.unit ?? 'count';
  const [prorate, setProrate] = useState(goal?.prorate ?? unit !== 'money');
  const [tried, setTried] = useState(false);
  const money = unit === 'money';
  const currencyWrong = money && !/^[A-Z]{3}$/.test(currency);
  const value = parseTarget(target, unit, money ? currency : null);

  function submit(event: React.SyntheticEvent) {
    event.preventDefault();
    setTried(true);
    if (value === null || currencyWrong) return;
    save.mutate(
      {
        ...{ goal: goal?.goal ?? null, metric, period, target: value, headline },
        currency: money ? currency : null,
        prorate: unit !== 'ratio' && prorate,
      },
      { onSuccess: props.onDone },
    );
  }

  return (
    <form className={parts.stack} onSubmit={submit} noValidate>
      <div className={classes(parts.row, parts.top)}>
        <div className={parts.grow}>
          <SelectField
            label={words('options.goal.metric')}
            value={metric}
            disabled={goal !== null}
            onChange={(event) => {
              const counted = (metricOf(event.target.value)?.unit ?? 'count') === 'count';
              setMetric(event.target.value);
              setProrate(counted);
              if (counted !== (unit === 'count')) setPeriod(counted ? 'day' : 'quarter');
            }}
          >
            {METRICS.map(({ id }) => (
              <option key={id} value={id}>
                {words.maybe(`metrics.${id}.name`) ?? id}
              </option>
            ))}
          </SelectField>
        </div>
        <div className={parts.short}>
          <SelectField
            label={words('options.goal.period')}
            value={period}
            disabled={goal !== null}
            onChange={(event) => setPeriod(event.target.value as PeriodKind)}
          >
            {PERIODS.map((kind) => (
              <option key={kind} value={kind}>
                {words(`options.goal.period.${kind}`)}
              </option>
            ))}
          </SelectField>
        </div>
      </div>
      <div className={classes(parts.row, parts.top)}>
        <div className={parts.grow}>
          <TextField
            label={words(unit === 'ratio' ? 'options.goal.targetPercent' : 'options.goal.target')}
            inputMode="decimal"
            value={target}
            help={
              money && value !== null && !currencyWrong
                ? figureText(words.language, unit, value, currency)
                : undefined
            }
            error={tried ? targetProblem(words, target, unit, money ? currency : null) : null}
            onChange={(event) => setTarget(event.target.value)}
          />
        </div>
        {money && (
          <div className={parts.short}>
            <CurrencyField
              label={words('options.goal.currency')}
              value={currency}
              error={tried && currencyWrong ? words('options.goal.currencyMissing') : null}
              onChange={setCurrency}
            />
          </div>
        )}
      </div>
      <CheckField
        label={words('options.goal.headline')}
        help={words('options.goal.headlineHelp')}
        checked={headline}
        onChange={(event) => setHeadline(event.target.checked)}
      />
      {unit !== 'ratio' && (
        <CheckField
          label={words('options.goal.prorate')}
          help={words('options.goal.prorateHelp')}
          checked={prorate}
          onChange={(event) => setProrate(event.target.checked)}
        />
      )}
      {save.error !== null && <FaultLine error={save.error} />}
      <div className={parts.actions}>
        <Button onClick={props.onDone}>{words('ui.cancel')}</Button>
        <Button type="submit" look="strong" disabled={save.isPending}>
          {words('options.goal.save')}
        </Button>
      </div>
    </form>
  );
}

function typedTarget(goal: GoalVersion): string {
  const unit = metricOf(goal.metric)?.unit;
  if (unit === 'money') return decimalFromMinor(goal.target, goal.currency).replace(/\.0+$/, '');
  return String(unit === 'ratio' ? Math.round(goal.target * 10_000) / 100 : goal.target);
}
