import { useState, type ComponentProps } from 'react';
import { isComposing } from '../ui/keys';
import { TextField } from './fields';

/**
 * A field that saves when it is left or Enter is pressed: there is no Save to forget. What does not fit stays as
 * typed, with the reason under it, and is not saved. Enter while a syllable is being composed is the composer's.
 */
export function SavedField(
  props: Omit<ComponentProps<typeof TextField>, 'value' | 'onChange' | 'onBlur'> & {
    readonly value: string;
    /** Null when the text fits, else the sentence that says why not. */
    readonly check: (text: string) => string | null;
    readonly onSave: (text: string) => void;
  },
) {
  const { value, check, onSave, ...rest } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const problem = typed === null ? null : check(typed);
  function leave() {
    if (typed === null || problem !== null) return;
    if (typed !== value) onSave(typed);
    setTyped(null);
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
