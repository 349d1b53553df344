import { useRef } from 'react';
import { Button } from '../../ui/button';

/** A button that opens the browser's file dialog; the same file can be chosen twice. */
export function FileButton(props: {
  readonly name: string;
  readonly accept: string;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
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
          if (file) props.onFile(file);
        }}
      />
      <Button disabled={props.disabled} onClick={() => input.current?.click()}>
        {props.name}
      </Button>
    </>
  );
}
