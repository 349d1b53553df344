import { useState } from 'react';
import type { NoteView, PanelView } from '@/lib/rpc/view';
import { moment } from '@/lib/words/format/when';
import { useAct } from '../queries/act';
import { usePanelStore } from '../stores/panel-store';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { useWords } from '../ui/language';
import { anchorText } from './anchor-text';
import { Composer } from './composer';
import styles from './notes.module.css';

/** The newest open note with its two answers, the others on demand, and the composer. */
export function NotesBlock(props: {
  readonly view: PanelView;
  readonly now: number;
  readonly hidden: boolean;
  readonly all: boolean;
}) {
  const words = useWords();
  const { view } = props;
  const composing = usePanelStore((state) => state.composer);
  const [more, setMore] = useState(false);
  if (view.record === null) return null;
  const shown = props.all || more ? view.notes : view.notes.slice(0, 1);
  const rest = view.notes.length - shown.length;
  if (composing) return <Composer view={view} />;
  return (
    <section className={styles.notes} aria-label={words('notes.title')}>
      {shown.length > 0 && (
        <div className={classes(styles.notes, (more || props.all) && styles.scroll)}>
          {shown.map((note) => (
            <Note key={note.id} note={note} view={view} now={props.now} hidden={props.hidden} />
          ))}
        </div>
      )}
      {view.notes.length === 0 && props.all && <p className={styles.soft}>{words('notes.none')}</p>}
      <div className={styles.foot}>
        <Button small look="quiet" onClick={() => usePanelStore.getState().set({ composer: true })}>
          {words('notes.write')}
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

function Note(props: {
  readonly note: NoteView;
  readonly view: PanelView;
  readonly now: number;
  readonly hidden: boolean;
}) {
  const words = useWords();
  const mark = useAct('note.mark');
  const { note, hidden } = props;
  const open =
    !note.mine &&
    props.view.mine !== 'other' &&
    (note.mark === 'open' || note.mark === 'seen' || note.mark === 'acknowledged');
  return (
    <article className={styles.note}>
      <p className={styles.soft}>
        <strong>{note.mine ? words('notes.you') : note.author}</strong> · {anchorText(words, note)} ·{' '}
        {moment(words.language, note.at, props.now, props.view.zone)}
        {note.mark !== 'open' && ` · ${words(`notes.mark.${note.mark}`)}`}
      </p>
      <p className={styles.text}>{hidden ? words('panel.hiddenNote') : note.text}</p>
      {open && !hidden && (
        <div className={styles.actions}>
          <Button
            small
            disabled={mark.isPending}
            onClick={() => mark.mutate({ note: note.id, mark: 'tried' })}
          >
            {words('notes.tried')}
          </Button>
          <Button small look="quiet" onClick={() => usePanelStore.getState().set({ composer: true })}>
            {words('notes.reply')}
          </Button>
        </div>
      )}
    </article>
  );
}
