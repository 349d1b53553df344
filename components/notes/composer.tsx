import type { RecordKey } from '@/lib/domain/ids';
import type { NoteDraft, PanelView } from '@/lib/rpc/view';
import { useAct } from '../queries/act';
import { NOTE_DRAFTS } from '../queries/draft-kinds';
import { faultCode } from '../queries/fault';
import { draftSettled, useDraftSaver } from '../queries/use-draft-saver';
import { useKeptDraft } from '../queries/use-kept-draft';
import { emptyNote, useNoteDrafts } from '../stores/note-drafts';
import { usePanelStore } from '../stores/panel-store';
import { Button } from '../ui/button';
import { focusOnMount } from '../ui/focus';
import { isComposing } from '../ui/keys';
import { announce } from '../ui/live';
import { useWords } from '../ui/language';
import { TEXT_LIMIT } from '../ui/text-limit';
import { AboutFields } from './about-fields';
import styles from './notes.module.css';

/** The note being written on a record, kept by the background as it grows. */
export function useNoteDraft(record: RecordKey, { noteDraft, about, revision }: PanelView): NoteDraft {
  const draft = useNoteDrafts((state) => state.drafts[record]?.draft);
  useKeptDraft(useNoteDrafts, noteDraft, about?.key ?? null, revision);
  return draft ?? emptyNote(record);
}

/** A note on the record, one of its fields, or its stage. Ctrl or ⌘ with Enter leaves it; Esc keeps what is typed. */
export function Composer(props: { readonly view: PanelView; readonly record: RecordKey }) {
  const words = useWords();
  const leave = useAct('note.leave');
  const { view, record } = props;
  const draft = useNoteDraft(record, view);
  const fault = useDraftSaver(NOTE_DRAFTS, record);
  const { change, settle, drop } = useNoteDrafts.getState();
  const answered = view.notes.find((note) => note.id === draft.re) ?? null;
  const wrong = leave.isError ? faultCode(leave.error) : fault === 'conflict' ? null : fault;

  function close(): void {
    usePanelStore.getState().set({ composer: false });
  }
  async function send(): Promise<void> {
    const { text, anchor, kind } = draft;
    if (text.trim() === '' || leave.isPending) return;
    settle(record);
    await draftSettled(NOTE_DRAFTS, record);
    const revision = useNoteDrafts.getState().drafts[record]?.draft.revision ?? 0;
    leave.mutate(
      { record, anchor, kind, text: text.trim(), re: answered?.id ?? null, draft: revision },
      {
        onSuccess: () => {
          drop(record);
          announce(words('notes.left'));
          close();
        },
        // Not written: it is a draft again.
        onError: () => change(record, {}),
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
        if (isComposing(event.nativeEvent)) return;
        if (event.key === 'Escape') {
          event.preventDefault();
          close();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
      }}
    >
      {answered !== null && (
        <p className={styles.soft}>
          {words('notes.answerTo', { author: answered.mine ? words('notes.you') : answered.author })}{' '}
          <span className={styles.quote}>{answered.text}</span>
        </p>
      )}
      <textarea
        className={styles.field}
        aria-label={words('notes.text')}
        placeholder={words('notes.placeholder')}
        maxLength={TEXT_LIMIT}
        value={draft.text}
        ref={focusOnMount}
        onChange={(event) => change(record, { text: event.target.value })}
      />
      {draft.text.length >= TEXT_LIMIT && (
        <p role="alert" className={styles.bad}>
          {words('ui.full')}
        </p>
      )}
      {answered === null && (
        <AboutFields view={view} draft={draft} onChange={(part) => change(record, part)} />
      )}
      <div className={styles.actions}>
        <Button
          small
          look="strong"
          disabled={draft.text.trim() === '' || leave.isPending}
          onClick={() => void send()}
        >
          {words('notes.leave')}
        </Button>
        <Button small onClick={close}>
          {words('ui.cancel')}
        </Button>
        {wrong !== null && (
          <span role="alert" className={styles.bad}>
            {words(`ui.fault.${wrong}`)}
          </span>
        )}
      </div>
      <p className={styles.soft}>{words('notes.onlyYou')}</p>
    </section>
  );
}
