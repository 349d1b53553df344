import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { CONVERSATION_SECONDS, defaultOutcomes, type Meaning, type Outcome } from '@/lib/domain/outcome';
import { outcomeWords } from '@/lib/words/outcomes';
import { FaultLine } from '../../pages/fault-line';
import { Confirm } from '../../pages/parts';
import parts from '../../pages/parts.module.css';
import { SavedField } from '../../pages/saved-field';
import { useSaveSettings, useSettings } from '../../pages/settings';
import { Button } from '../../ui/button';
import { useWords } from '../../ui/language';
import { moved, reworded } from './edit';

const MEANINGS: readonly (keyof Meaning)[] = ['dial', 'connect', 'conversation', 'booked', 'held'];

export function OutcomesSection() {
  const words = useWords();
  const { file } = useSettings();
  const save = useSaveSettings();
  const [asking, setAsking] = useState(false);
  const outcomes = (file.outcomes ?? defaultOutcomes(words.language)).toSorted((a, b) => a.key - b.key);
  const put = (next: readonly Outcome[], said: string) => save.keep({ outcomes: [...next] }, said);

  function move(outcome: Outcome, by: -1 | 1) {
    const next = moved(outcomes, outcome.id, by);
    const key = next.find(({ id }) => id === outcome.id)?.key ?? outcome.key;
    void put(next, words('options.outcome.moved', { name: nameOf(outcome, words.language), key }));
  }

  return (
    <div className={parts.stack}>
      <p className={parts.lead}>{words('options.outcome.lead')}</p>
      {save.error !== null && <FaultLine error={save.error} />}
      <div className={parts.scroll}>
        <table className={parts.table}>
          <caption className="visually-hidden">{words('options.section.outcomes')}</caption>
          <thead>
            <tr>
              <th scope="col">{words('options.outcome.key')}</th>
              <th scope="col">{words('options.outcome.en')}</th>
              <th scope="col">{words('options.outcome.ko')}</th>
              <th scope="col">{words('options.outcome.counts')}</th>
              <th scope="col">
                <span className="visually-hidden">{words('ui.edit')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {outcomes.map((outcome, at) => (
              <OutcomeRow
                key={outcome.id}
                outcome={outcome}
                first={at === 0}
                last={at === outcomes.length - 1}
                onMove={(by) => move(outcome, by)}
                onReword={(own) =>
                  put(reworded(outcomes, outcome.id, own, builtIn(outcome.id)), words('options.saved'))
                }
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className={parts.row}>
        <div className={parts.medium}>
          <SavedField
            label={`${words('options.outcome.seconds')} … ${words('options.outcome.secondsUnit')}`}
            inputMode="numeric"
            value={String(file.definitions?.conversationSeconds ?? CONVERSATION_SECONDS)}
            check={(text) => (/^[1-9]\d{0,3}$/.test(text) && Number(text) <= 3600 ? null : '1 – 3600')}
            onSave={(text) =>
              save.keep({ definitions: { conversationSeconds: Number(text) } }, words('options.saved'))
            }
          />
        </div>
        <Button onClick={() => setAsking(true)}>{words('options.outcome.reset')}</Button>
      </div>
      <Confirm
        open={asking}
        question={words('options.outcome.resetAsk')}
        yes={words('options.outcome.reset')}
        onYes={() => void put(defaultOutcomes(words.language), words('options.saved'))}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}

function builtIn(id: string): { readonly en: string; readonly ko: string } {
  return { en: outcomeWords('en', id), ko: outcomeWords('ko', id) };
}

function nameOf(outcome: Outcome, language: 'en' | 'ko'): string {
  return (outcome.words ?? builtIn(outcome.id))[language];
}

function OutcomeRow(props: {
  readonly outcome: Outcome;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onReword: (own: { en: string; ko: string }) => Promise<boolean>;
}) {
  const words = useWords();
  const { outcome } = props;
  const own = outcome.words ?? builtIn(outcome.id);
  const name = own[words.language];
  const counts = MEANINGS.filter((meaning) => outcome.meaning[meaning]).map((meaning) =>
    words(`options.outcome.${meaning}`),
  );
  const rules = [
    outcome.wants ? `${words('options.outcome.wants')}: ${words(`options.outcome.${outcome.wants}`)}` : '',
    outcome.confirms ? words('options.outcome.confirms') : '',
  ].filter((rule) => rule !== '');
  return (
    <tr>
      <th scope="row">{outcome.key}</th>
      {(['en', 'ko'] as const).map((language) => (
        <td key={language}>
          <div className={parts.bare}>
            <SavedField
              label={words('options.outcome.words', {
                name,
                language: words(`options.outcome.${language}`),
              })}
              maxLength={40}
              value={own[language]}
              check={(text) => (text.trim() === '' ? words('options.outcome.empty') : null)}
              onSave={(text) => props.onReword({ ...own, [language]: text.trim() })}
            />
          </div>
        </td>
      ))}
      <td>
        {counts.join(', ')}
        {rules.length > 0 && <span className={parts.below}>{rules.join(' · ')}</span>}
      </td>
      <td className={parts.number}>
        <Button
          look="icon"
          disabled={props.first}
          aria-label={words('options.outcome.up', { name })}
          onClick={() => props.onMove(-1)}
        >
          <ArrowUp size={16} aria-hidden="true" />
        </Button>
        <Button
          look="icon"
          disabled={props.last}
          aria-label={words('options.outcome.down', { name })}
          onClick={() => props.onMove(1)}
        >
          <ArrowDown size={16} aria-hidden="true" />
        </Button>
      </td>
    </tr>
  );
}
