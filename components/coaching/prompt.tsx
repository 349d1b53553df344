import type { PanelView, Prompt } from '@/lib/rpc/view';
import { useAct } from '../queries/act';
import { Button } from '../ui/button';
import { useWords, type Words } from '../ui/language';
import styles from './coaching.module.css';

/** What one rule has to say, from its figures; the rule's id where this build has no words for it. */
export function promptText(words: Words, prompt: Prompt): string {
  return words.maybe(`coaching.${prompt.rule}`, prompt.with) ?? prompt.rule;
}

/** One question and one action; "not now" rests it, and the rule keeps quiet on this record for a while. */
export function PromptCard(props: {
  readonly view: PanelView;
  readonly onAct: (action: Prompt['action']) => void;
}) {
  const words = useWords();
  const answer = useAct('prompt.answer');
  const { prompt, record } = props.view;
  if (prompt === null || record === null) return null;
  const { rule, action } = prompt;
  return (
    <section className={styles.prompt} aria-label={words('coaching.prompt')}>
      <p>{promptText(words, prompt)}</p>
      <div className={styles.actions}>
        <Button
          small
          onClick={() => {
            if (action === 'none') answer.mutate({ record: record.key, rule, answer: 'done' });
            else props.onAct(action);
          }}
        >
          {words(`coaching.action.${action}`)}
        </Button>
        <Button
          small
          look="quiet"
          disabled={answer.isPending}
          onClick={() => answer.mutate({ record: record.key, rule, answer: 'dismissed' })}
        >
          {words('coaching.notNow')}
        </Button>
      </div>
    </section>
  );
}

/** The same in one line, while a log is open. */
export function PromptLine(props: { readonly prompt: Prompt }) {
  const words = useWords();
  const text = promptText(words, props.prompt);
  return (
    <p className={styles.oneLine} title={text}>
      {text}
    </p>
  );
}
