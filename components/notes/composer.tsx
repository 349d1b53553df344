import { useState } from 'react';
import type { PanelView } from '@/lib/rpc/view';
import { useAct } from '../queries/act';
import { faultCode } from '../queries/fault';
import { usePanelStore } from '../stores/panel-store';
import { useNoteStore } from '../stores/note-store';
import { Button } from '../ui/button';
import { focusOnMount } from '../ui/focus';
import { isComposing } from '../ui/keys';
import { announce } from '../ui/live';
import { useWords } from '../ui/language';
import styles from './notes.module.css';

const KINDS = ['plain', 'praise', 'question', 'suggestion', 'must'] as const;

/** A note on the record, one of its fields, or its stage. Ctrl or ⌘ with Enter leaves it; Esc keeps what is typed. */
export function Composer(props: { readonly view: PanelView }) {
  const words = useWords();
  const leave = useAct('note.leave');
  const record = props.view.record!;
  const text = useNoteStore((state) => state.texts[record.key] ?? '');
  const { write } = useNoteStore.getState();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('plain');
  const [anchor, setAnchor] = useState('record');
  const stage = record.fields.stage?.value?.label ?? null;

  function close(): void {
    usePanelStore.getState().set({ composer: false });
  }
  function send(): void {
    if (text.trim() === '' || leave.isPending) return;
    const on =
      anchor === 'record'
        ? { on: 'record' as const, name: null }
        : anchor === 'stage'
          ? { on: 'stage' as const, name: stage }
          : { on: 'field' as const, name: anchor };
    leave.mutate(
      { record: record.key, anchor: on, kind, text: text.trim() },
      {
        onSuccess: () => {
          write(record.key, '');
          announce(words('notes.left'));
          close();
        },
      },
    );
  }
  return (
    // The fields inside take the keys; the section only hears those that end the writing.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={styles.composer}
      aria-label={words('notes.write')}
      data-own-enter
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event.nativeEvent)) {
          event.preventDefault();
          close();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event.nativeEvent))
          send();
      }}
    >
      <textarea
        className={styles.field}
        aria-label={words('notes.text')}
        placeholder={words('notes.placeholder')}
        maxLength={20_000}
        value={text}
        ref={focusOnMount}
        onChange={(event) => write(record.key, event.target.value)}
      />
      <div className={styles.actions}>
        <select
          aria-label={words('notes.kindLabel')}
          value={kind}
          onChange={(event) => setKind(event.target.value as typeof kind)}
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {words(`notes.kind.${one}`)}
            </option>
          ))}
        </select>
        <select
          aria-label={words('notes.anchorLabel')}
          value={anchor}
          onChange={(event) => setAnchor(event.target.value)}
        >
          <option value="record">{words('notes.on.record')}</option>
          {stage !== null && <option value="stage">{words('notes.on.stage', { name: stage })}</option>}
          {record.expected.map((name) => (
            <option key={name} value={name}>
              {words('notes.on.field', { name: words(`crm.field.${name}`) })}
            </option>
          ))}
        </select>
      </div>
      <div className={styles.actions}>
        <Button small look="strong" disabled={text.trim() === '' || leave.isPending} onClick={send}>
          {words('notes.leave')}
        </Button>
        <Button small onClick={close}>
          {words('ui.cancel')}
        </Button>
        {leave.isError && (
          <span role="alert" className={styles.bad}>
            {words(`ui.fault.${faultCode(leave.error)}`)}
          </span>
        )}
      </div>
      <p className={styles.soft}>{words('notes.onlyYou')}</p>
    </section>
  );
}
