import { useRef, useState, type ComponentProps } from 'react';
import { isComposing } from '../ui/keys';
import { TextField } from './fields';

/**
 * A field that saves when it is left or Enter is pressed: there is no Save to forget. What does not fit stays as
 * typed, with the reason under it, and is not saved; what could not be saved stays as typed too, until it is. Enter
 * while a syllable is being composed is the composer's.
 */
export function SavedField(
  props: Omit<ComponentProps<typeof TextField>, 'value' | 'onChange' | 'onBlur'> & {
    readonly value: string;
    /** Null when the text fits, else the sentence that says why not. */
    readonly check: (text: string) => string | null;
    /** Answers whether it is stored now. */
    readonly onSave: (text: string) => Promise<boolean>;
  },
) {
  const { value, check, onSave, ...rest } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const saving = useRef<string | null>(null);
  const problem = typed === null ? null : check(typed);
  function leave() {
    // Enter saves, and the field is left while that is still under way.
    if (typed === null || problem !== null || typed === saving.current) return;
    if (typed === value) {
      setTyped(null);
      return;
    }
    saving.current = typed;
    void onSave(typed).then((saved) => {
      saving.current = null;
      if (saved) setTyped((now) => (now === typed ? null : now));
    });
  }
  return (
    <TextField
      {...rest}
      value={typed ?? value}
      error={problem}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event.nativeEvent)) leave();
      }}
    />
  );
}
