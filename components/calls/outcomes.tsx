import type { KeyboardEvent } from 'react';
import type { Outcome } from '@/lib/domain/outcome';
import { classes } from '../ui/classes';
import { useWords } from '../ui/language';
import { outcomeText } from './outcome-words';
import styles from './calls.module.css';

/** The nine answers. One tab stop; arrows move, digits choose from anywhere in the log (see use-log-keys). */
export function Outcomes(props: {
  readonly outcomes: readonly Outcome[];
  readonly chosen: string | null;
  readonly onChoose: (outcome: Outcome) => void;
}) {
  const words = useWords();
  const ordered = props.outcomes.toSorted((a, b) => a.key - b.key);
  const stop = props.chosen ?? ordered[0]?.id;
  return (
    <div
      role="radiogroup"
      tabIndex={-1}
      aria-label={words('calls.outcome')}
      className={styles.outcomes}
      onKeyDown={arrows}
    >
      {ordered.map((outcome) => (
        <button
          key={outcome.id}
          type="button"
          role="radio"
          aria-checked={outcome.id === props.chosen}
          tabIndex={outcome.id === stop ? 0 : -1}
          className={classes(styles.outcome, outcome.confirms && styles.stop)}
          onClick={() => props.onChoose(outcome)}
          aria-keyshortcuts={String(outcome.key)}
        >
          <kbd className={styles.digit}>{outcome.key}</kbd>
          <span>{outcomeText(words, props.outcomes, outcome.id)}</span>
        </button>
      ))}
    </div>
  );
}

/** Arrows move focus within the grid of three; choosing stays with Space, a click or a digit. */
function arrows(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 3, ArrowUp: -3 }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('[role=radio]')];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  const next = buttons[at + step];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
