import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CurrencyField } from '../../pages/currency-field';
import { TextField } from '../../pages/fields';
import { FaultLine } from '../../pages/fault-line';
import { figureText } from '../../progress/figure-text';
import { parseTarget } from '../../pages/targets';
import { Notice } from '../../pages/parts';
import parts from '../../pages/parts.module.css';
import { useSettings } from '../../pages/settings';
import { useAct } from '../../queries/act';
import { useConnection } from '../../queries/client';
import { read } from '../../queries/read';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { useWords } from '../../ui/language';
import { countryGuess, currencyOf } from '../calendar/countries';
import { currentGoals } from '../goals/current';
import { goalWords } from '../goals/goals';

/** What each role begins with. The examples are grey placeholders and never become anybody's goal by themselves. */
const FIRST = {
  sdr: { metric: 'dials', period: 'day', unit: 'count', example: 60 },
  ae: { metric: 'revenue-won', period: 'quarter', unit: 'money', example: 150_000 },
} as const;

export function GoalStep(props: { readonly onDone: () => void }) {
  const words = useWords();
  const { file } = useSettings();
  const save = useAct('goal.save');
  const goals = useQuery(read(useConnection(), 'goals', 'goal.list', {}));
  const role = file.role ?? 'sdr';
  const first = FIRST[role];
  const money = first.unit === 'money';
  const guess = currencyOf(file.calendar?.country ?? countryGuess(navigator.languages)) ?? '';
  const [target, setTarget] = useState('');
  const [currency, setCurrency] = useState(guess);
  const [tried, setTried] = useState(false);
  const currencyWrong = money && !/^[A-Z]{3}$/.test(currency);
  const value = parseTarget(target, first.unit, money ? currency : null);
  const known = currentGoals(goals.data?.goals ?? []).find(({ metric }) => metric === first.metric);
  const example = new Intl.NumberFormat(words.language).format(first.example);

  function submit(event: React.SyntheticEvent) {
    event.preventDefault();
    setTried(true);
    if (value === null || currencyWrong) return;
    const { metric, period } = first;
    save.mutate(
      {
        ...{ goal: known?.goal ?? null, metric, period, target: value, headline: true },
        ...{ currency: money ? currency : null, prorate: !money },
      },
      { onSuccess: props.onDone },
    );
  }

  return (
    <form className={parts.stack} noValidate onSubmit={submit}>
      <p className={parts.lead}>{words('setup.goal.lead')}</p>
      {known && <Notice>{words('setup.done.goal', { goal: goalWords(words, known) })}</Notice>}
      <div className={classes(parts.row, parts.top)}>
        <div className={parts.grow}>
          <TextField
            label={words(role === 'sdr' ? 'setup.goal.sdr' : 'setup.goal.ae')}
            inputMode="decimal"
            placeholder={words('setup.goal.example', { value: example })}
            value={target}
            help={
              money && value !== null && !currencyWrong
                ? figureText(words.language, 'money', value, currency)
                : undefined
            }
            error={tried && value === null ? words('setup.goal.missing') : null}
            onChange={(event) => setTarget(event.target.value)}
          />
        </div>
        {money && (
          <div className={parts.short}>
            <CurrencyField
              label={words('setup.goal.currency')}
              value={currency}
              error={tried && currencyWrong ? words('setup.goal.currencyMissing') : null}
              onChange={setCurrency}
            />
          </div>
        )}
      </div>
      {save.error !== null && <FaultLine error={save.error} />}
      <div className={parts.actions}>
        <Button onClick={props.onDone}>{words('setup.goal.later')}</Button>
        <Button type="submit" look="strong" disabled={save.isPending}>
          {words('setup.goal.save')}
        </Button>
      </div>
    </form>
  );
}
