import { useState } from 'react';
import type { RecordKey } from '@/lib/domain/ids';
import type { NoteView, PanelView } from '@/lib/rpc/view';
import { moment } from '@/lib/words/format/when';
import { useAct } from '../queries/act';
import { useNoteDrafts } from '../stores/note-drafts';
import { usePanelStore } from '../stores/panel-store';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { useWords } from '../ui/language';
import { anchorText } from './anchor-text';
import { Composer, useNoteDraft } from './composer';
import { threadsOf } from './threads';
import styles from './notes.module.css';

interface Shown {
  readonly view: PanelView;
  readonly record: RecordKey;
  readonly now: number;
  readonly hidden: boolean;
}

/** The newest thread of notes with its two answers, the others on demand, and the composer. */
export function NotesBlock(props: Shown & { readonly all: boolean }) {
  const words = useWords();
  const { view, record } = props;
  const composing = usePanelStore((state) => state.composer);
  const draft = useNoteDraft(record, view);
  const [more, setMore] = useState(false);
  const threads = threadsOf(view.notes);
  const open = props.all || more;
  const shown = open ? threads : threads.slice(0, 1);
  const rest = threads.length - shown.length;
  if (composing) return <Composer view={view} record={record} />;
  return (
    <section className={styles.notes} aria-label={words('notes.title')}>
      {shown.length > 0 && (
        <div className={classes(styles.notes, open && styles.scroll)}>
          {shown.map(({ note, answers }) => (
            <div key={note.id} className={styles.thread}>
              <Note note={note} {...props} asks={answers.length === 0} />
              {(open ? answers : answers.slice(-1)).map((answer, at, all) => (
                <div key={answer.id} className={styles.answer}>
                  <Note note={answer} {...props} asks={at === all.length - 1} />
                </div>
              ))}
            </div>
          ))}
        </div>
      )}
      {view.notes.length === 0 && props.all && <p className={styles.soft}>{words('notes.none')}</p>}
      <div className={styles.foot}>
        <Button small look="quiet" onClick={() => usePanelStore.getState().set({ composer: true })}>
          {words(draft.text.trim() === '' ? 'notes.write' : 'notes.goOn')}
        </Button>
        {(rest > 0 || more) && (
          <Button small look="quiet" aria-expanded={more} onClick={() => setMore(!more)}>
            {more ? words('ui.less') : words('notes.more', { n: rest })}
          </Button>
        )}
      </div>
    </section>
  );
}

function Note(props: Shown & { readonly note: NoteView; readonly asks: boolean }) {
  const words = useWords();
  const mark = useAct('note.mark');
  const { note, hidden, view, record } = props;
  const open =
    props.asks &&
    !note.mine &&
    view.mine !== 'other' &&
    (note.mark === 'open' || note.mark === 'seen' || note.mark === 'acknowledged');
  function answer(): void {
    useNoteDrafts.getState().change(record, { re: note.id, anchor: note.anchor, kind: 'plain' });
    usePanelStore.getState().set({ composer: true });
  }
  return (
    <article className={styles.note}>
      <p className={styles.soft}>
        <strong>{note.mine ? words('notes.you') : note.author}</strong>
        {note.re === null && ` · ${anchorText(words, note)}`} ·{' '}
        {moment(words.language, note.at, props.now, view.zone)}
        {note.mark !== 'open' && ` · ${words(`notes.mark.${note.mark}`)}`}
      </p>
      <p className={styles.text}>{hidden ? words('panel.hiddenNote') : note.text}</p>
      {props.asks && !hidden && (
        <div className={styles.actions}>
          {open && (
            <Button
              small
              disabled={mark.isPending}
              onClick={() => mark.mutate({ note: note.id, mark: 'tried' })}
            >
              {words('notes.tried')}
            </Button>
          )}
          <Button small look="quiet" onClick={answer}>
            {words('notes.reply')}
          </Button>
        </div>
      )}
    </article>
  );
}
