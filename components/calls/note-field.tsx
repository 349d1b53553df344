import type { KeyboardEvent } from 'react';
import { isComposing } from '../ui/keys';
import { useWords } from '../ui/language';
import { TEXT_LIMIT } from '../ui/text-limit';
import styles from './calls.module.css';

/** Enter saves the log (see use-panel-keys); Alt+Enter is a new line. */
export function NoteField(props: {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
}) {
  const words = useWords();
  return (
    <div className={styles.noteBox}>
      <textarea
        className={styles.note}
        aria-label={words('calls.note')}
        placeholder={words('calls.notePlaceholder')}
        maxLength={TEXT_LIMIT}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        onBlur={props.onBlur}
        onKeyDown={(event) => newLine(event, props.onChange)}
        data-log-note
      />
      {props.value === '' && (
        <kbd className={styles.noteKey} aria-hidden="true">
          Tab
        </kbd>
      )}
    </div>
  );
}

function newLine(event: KeyboardEvent<HTMLTextAreaElement>, onChange: (text: string) => void): void {
  if (event.key !== 'Enter' || !event.altKey || isComposing(event.nativeEvent)) return;
  event.preventDefault();
  const field = event.currentTarget;
  field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
  onChange(field.value);
}
