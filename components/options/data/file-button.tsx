import { useRef, useState } from 'react';
import { Notice } from '../../pages/parts';
import { Button } from '../../ui/button';
import { useWords } from '../../ui/language';

/** A button that opens the browser's file dialog and reads what was chosen; the same file can be chosen twice. */
export function FileButton(props: {
  readonly name: string;
  readonly accept: string;
  readonly disabled?: boolean;
  readonly onText: (text: string, file: string) => void;
}) {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [unreadable, setUnreadable] = useState(false);
  async function read(file: File): Promise<void> {
    setUnreadable(false);
    // It can be moved, or taken away, between the dialog and here.
    const text = await file.text().catch(() => null);
    if (text === null) setUnreadable(true);
    else props.onText(text, file.name);
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={props.name}
        accept={props.accept}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void read(file);
        }}
      />
      <Button disabled={props.disabled} onClick={() => input.current?.click()}>
        {props.name}
      </Button>
      {unreadable && (
        <Notice warn live>
          {words('data.unreadable')}
        </Notice>
      )}
    </>
  );
}
