import { useEffect, useState } from 'react';
import type { PanelView } from '@/lib/rpc/view';
import { useAct } from '../queries/act';
import { faultCode } from '../queries/fault';
import { useLastLogged, useLogDrafts } from '../stores/log-drafts';
import { Button } from '../ui/button';
import { useWords } from '../ui/language';
import { announce } from '../ui/live';
import { outcomeText } from './outcome-words';
import styles from './calls.module.css';

/** Whole seconds, at most 10, in which the last log can still be taken back; 0 when it cannot. */
export function undoSeconds(undo: PanelView['undo'], now: number): number {
  return undo === null ? 0 : Math.min(10, Math.max(0, Math.ceil((undo.until - now) / 1000)));
}

/** The same, counting down by itself; no timer runs once there is nothing left to undo. */
export function useUndoSeconds(undo: PanelView['undo']): number {
  const [now, setNow] = useState(() => Date.now());
  const seconds = undoSeconds(undo, now);
  const running = undo !== null && undo.until > now;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [running, undo]);
  return seconds;
}

export function useUndo(view: PanelView) {
  const words = useWords();
  const undo = useAct('activity.undo');
  return {
    busy: undo.isPending,
    why: undo.isError ? faultCode(undo.error) : null,
    take: () => {
      if (view.undo === null || undo.isPending) return;
      undo.mutate(
        { id: view.undo.activity },
        {
          onSuccess: () => {
            announce(words('calls.undone'));
            reopen();
          },
        },
      );
    },
  };
}

/** What was typed comes back open, so that a slip is corrected instead of typed again. */
function reopen(): void {
  const { last } = useLastLogged.getState();
  // A message was one letter: there is nothing typed to go back to.
  if (last === null || (last.channel !== 'call' && last.channel !== 'meeting')) return;
  const { record, revision: _, ...typed } = last;
  useLogDrafts.getState().change(record, { ...typed, open: true });
}

/** "No answer saved · Undo (8)": in place of the log for as long as it can be taken back. */
export function UndoBar(props: { readonly view: PanelView; readonly undo: ReturnType<typeof useUndo> }) {
  const words = useWords();
  const { view, undo } = props;
  const seconds = useUndoSeconds(view.undo);
  if (view.undo === null || seconds === 0) return null;
  const what = view.undo.outcome === null ? null : outcomeText(words, view.outcomes, view.undo.outcome);
  return (
    <div className={styles.undo}>
      <span>
        <span aria-hidden="true">✓ </span>
        {what === null ? words('calls.saved') : words('calls.savedWhat', { what })}
        {undo.why !== null && <span className={styles.isProblem}> {words(`ui.fault.${undo.why}`)}</span>}
      </span>
      <Button small hint="U" disabled={undo.busy} onClick={undo.take}>
        {words('calls.undoIn', { n: seconds })}
      </Button>
    </div>
  );
}
