import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { PanelView } from '@/lib/rpc/view';
import { useConnection } from '../queries/client';
import { useWorkWeek } from '../queries/week';
import { usePanelStore } from '../stores/panel-store';
import { useWords } from '../ui/language';
import { useNow } from '../ui/use-now';
import { MESSAGE_KEYS } from '../calls/message-picker';
import { undoSeconds, useUndo } from '../calls/undo-bar';
import { useLog, type LogState } from '../calls/use-log';
import { useLogForm, type LogForm } from '../calls/use-log-form';
import { usePanelKeys, type PanelKeys } from '../calls/use-panel-keys';
import { ProgressBlock } from '../progress/progress-block';
import { Footer } from './footer';
import { Header } from './header';
import { Identity } from './identity';
import { MeetingDue } from './meeting-due';
import { NoRecord } from './no-record';
import { NextStepRow } from './next-step';
import { Talk } from './talk';
import { Work } from './work';
import styles from './panel.module.css';

/** Everything the panel shows for one view: header, progress, what to do on this record, prompt and notes. */
export function Desk(props: { readonly view: PanelView }) {
  const { view } = props;
  const words = useWords();
  const now = useNow(30_000);
  const week = useWorkWeek();
  const hidden = usePanelStore((state) => state.hidden);
  const log = useLog(view);
  const form = useLogForm(view, log);
  const undo = useUndo(view);
  useKeys(view, log, form, undo.take);
  const other = view.mine === 'other';
  const asking = view.identity === 'ask';
  const deal = view.about?.object === 'deal';
  return (
    <>
      <Header view={view} now={now} logging={log.open} />
      {view.state !== 'not-set-up' && (
        <div className={styles.part}>
          <ProgressBlock view={view} hidden={hidden} />
        </div>
      )}
      {/* With a log open it is one line of the header: nothing may push the log away under the rep's hands. */}
      {!log.open && <NoRecord view={view} />}
      {view.instance !== null && view.identity !== 'known' && (
        <div className={styles.part}>
          <Identity view={view} />
        </div>
      )}
      {log.target !== null && (
        <div className={styles.part}>
          {!log.open && (deal || view.nextStep !== null) && !other && <NextStepRow view={view} now={now} />}
          <Work view={view} log={log} form={form} undo={undo} week={week} />
        </div>
      )}
      {!asking && (
        <>
          {!log.open && view.meetingsDue.length > 0 && (
            <div className={styles.part}>
              <MeetingDue view={view} now={now} />
            </div>
          )}
          {other && view.about !== null && <p className={styles.aside}>{words('panel.otherHelp')}</p>}
          <Talk view={view} now={now} log={log} hidden={hidden} />
        </>
      )}
      <Footer view={view} hidden={hidden} logging={log.open} />
    </>
  );
}

/** The window's keys, and the shell's word that a phone link was clicked. */
function useKeys(view: PanelView, log: LogState, form: LogForm, takeUndo: () => void): void {
  const connection = useConnection();
  const latest = useRef({ view, log, form, takeUndo });
  useLayoutEffect(() => {
    latest.current = { view, log, form, takeUndo };
  });
  const keys = useMemo<PanelKeys>(
    () => ({
      digit(key) {
        const { view, log, form } = latest.current;
        const outcome = view.outcomes.find((one) => one.key === key);
        if (log.target === null || outcome === undefined || usePanelStore.getState().picking !== null) return;
        if (log.open && log.draft?.channel !== 'call') return;
        if (!log.open) log.start({ channel: 'call' });
        form.choose(outcome);
      },
      enter(next) {
        const { log, form } = latest.current;
        if (log.open && usePanelStore.getState().picking === null) form.save(next);
      },
      escape() {
        const { log, form } = latest.current;
        if (usePanelStore.getState().picking !== null) usePanelStore.getState().set({ picking: null });
        else if (form.asking) form.back();
        else if (log.open) form.fold();
        else connection.toShell('give-focus-back');
      },
      letter(letter) {
        const { log, form, view, takeUndo } = latest.current;
        if (log.target === null) return false;
        if (usePanelStore.getState().picking === 'message') {
          const channel = Object.entries(MESSAGE_KEYS).find(([key]) => key === letter)?.[1];
          if (channel !== undefined) form.saveMessage(channel);
          return channel !== undefined;
        }
        if (letter === 'U' && undoSeconds(view.undo, Date.now()) > 0) takeUndo();
        else if (letter === 'C' && !log.open) log.start({ channel: 'call' });
        else if (letter === 'M') usePanelStore.getState().set({ picking: 'message' });
        else return false;
        return true;
      },
    }),
    [connection],
  );
  usePanelKeys(keys);
  useEffect(
    () =>
      connection.onArmed(() => {
        window.focus();
        latest.current.log.start({ channel: 'call' });
      }),
    [connection],
  );
}
