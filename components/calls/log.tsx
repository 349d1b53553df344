import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Outcome } from '@/lib/domain/outcome';
import type { Draft, PanelView } from '@/lib/rpc/view';
import { clock } from '@/lib/words/format/when';
import { useConnection } from '../queries/client';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { LOG_DRAFTS } from '../queries/draft-kinds';
import { useDraftSaver } from '../queries/use-draft-saver';
import { useWords } from '../ui/language';
import { LogHead } from './log-head';
import type { LogForm } from './use-log-form';
import { NextRow } from './next-row';
import { NoteField } from './note-field';
import { Outcomes } from './outcomes';
import { UndoBar, useUndoSeconds, type useUndo } from './undo-bar';
import { TEXT_LIMIT } from '../ui/text-limit';
import { useNow } from '../ui/use-now';
import type { LogTarget } from './log-context';
import styles from './calls.module.css';

/** The log, open in place. Every row keeps its height, whatever is chosen in it. */
export function Log(props: {
  readonly view: PanelView;
  readonly target: LogTarget;
  readonly draft: Draft;
  readonly form: LogForm;
  readonly undo: ReturnType<typeof useUndo>;
  readonly week: readonly number[];
}) {
  const words = useWords();
  const connection = useConnection();
  const { view, target, draft, form } = props;
  const box = useRef<HTMLElement>(null);
  const kept = useDraftSaver(LOG_DRAFTS, target.record);
  const now = useNow(30_000);
  const outcome: Outcome | null = view.outcomes.find((one) => one.id === draft.outcome) ?? null;

  // Opening is the rep's own act: the keys work at once, without a field being entered.
  useEffect(() => box.current?.focus({ preventScroll: true }), [target.record]);
  // So is a phone link, with a log that is open already: the click in the page took the focus out of it.
  useEffect(() => connection.onArmed(() => box.current?.focus({ preventScroll: true })), [connection]);

  return (
    // Focus rests on the log itself after opening, and Tab from there goes to the note.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={box}
      tabIndex={-1}
      className={styles.log}
      aria-label={words('calls.title')}
      onKeyDown={tabToNote}
    >
      <LogHead target={target} draft={draft} zone={view.zone} onChange={form.change} onClose={form.fold} />
      {draft.channel === 'call' && (
        <Outcomes outcomes={view.outcomes} chosen={draft.outcome} onChoose={form.choose} />
      )}
      <NoteField value={draft.text} onChange={(text) => form.change({ text })} onBlur={() => undefined} />
      <NextRow
        key={`${target.record} ${outcome?.wants ?? ''}`}
        draft={draft}
        outcome={outcome}
        now={now}
        zone={target.zone}
        ownZone={view.zone}
        week={props.week}
        onChange={form.change}
      />
      {form.asking ? (
        <div
          className={styles.saveRow}
          role="alertdialog"
          aria-label={words('calls.confirmStop', { name: target.name })}
        >
          <p className={styles.question}>{words('calls.confirmStop', { name: target.name })}</p>
          <Button look="strong" onClick={() => form.save(false)}>
            {words('calls.confirmStop.yes')}
          </Button>
          <Button onClick={form.back}>{words('calls.confirmStop.no')}</Button>
        </div>
      ) : (
        <div className={styles.saveRow}>
          <Button
            look="strong"
            hint="⏎"
            aria-keyshortcuts="Enter"
            disabled={form.busy}
            onClick={() => form.save(false)}
          >
            {words('calls.save')}
          </Button>
          <Button
            hint="⇧⏎"
            aria-keyshortcuts="Shift+Enter"
            disabled={form.busy}
            onClick={() => form.save(true)}
          >
            {words('calls.saveNext')}
          </Button>
        </div>
      )}
      <StatusLine
        {...{ view, target, form, kept, undo: props.undo }}
        full={draft.text.length >= TEXT_LIMIT}
      />
    </section>
  );
}

/** From the log itself, Tab goes straight to the note; the time and the length stay a Shift+Tab away. */
function tabToNote(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Tab' || event.shiftKey || event.target !== event.currentTarget) return;
  event.preventDefault();
  event.currentTarget.querySelector<HTMLElement>('[data-log-note]')?.focus();
}

/** One line under the buttons: what is missing, what failed, or the last log's undo. */
function StatusLine(props: {
  readonly view: PanelView;
  readonly target: LogTarget;
  readonly form: LogForm;
  readonly kept: ReturnType<typeof useDraftSaver>;
  readonly undo: ReturnType<typeof useUndo>;
  readonly full: boolean;
}) {
  const words = useWords();
  const now = useNow(30_000);
  const undoLeft = useUndoSeconds(props.view.undo);
  const { form, kept, target } = props;
  const text =
    form.problem !== null
      ? words(`calls.${form.problem}`)
      : form.fault !== null
        ? words('panel.saveFailed', {
            why: words(form.fault === 'conflict' ? 'calls.twin' : `ui.fault.${form.fault}`),
          })
        : kept !== null && kept !== 'conflict'
          ? words('calls.draftNotKept', { why: words(`ui.fault.${kept}`) })
          : props.full
            ? words('ui.full')
            : null;
  if (text === null && undoLeft > 0) return <UndoBar view={props.view} undo={props.undo} />;
  const calm = target.away
    ? words('calls.stillOn', { name: target.name })
    : props.view.doNotCall
      ? words('panel.doNotCall')
      : target.zone !== props.view.zone
        ? words('calls.theirClock', {
            clock: clock(now, target.zone),
            zone: target.zone.split('/').at(-1)!.replaceAll('_', ' '),
          })
        : '';
  return (
    <p
      title={text ?? calm}
      role={text === null ? undefined : 'alert'}
      className={classes(styles.problem, text !== null && styles.isProblem)}
    >
      {text ?? calm}
    </p>
  );
}
