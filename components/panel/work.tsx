import type { PanelView } from '@/lib/rpc/view';
import { ActRow } from '../calls/act-row';
import { Log } from '../calls/log';
import { MessagePicker } from '../calls/message-picker';
import { RunningLine } from '../calls/running-line';
import { UndoBar, type useUndo } from '../calls/undo-bar';
import type { LogForm } from '../calls/use-log-form';
import type { LogState } from '../calls/use-log';
import { usePanelStore } from '../stores/panel-store';
import { useWords } from '../ui/language';
import styles from './panel.module.css';

/** What was done on this record: the log when it is open, else the three ways to open one, and the last one's undo. */
export function Work(props: {
  readonly view: PanelView;
  readonly log: LogState;
  readonly form: LogForm;
  readonly undo: ReturnType<typeof useUndo>;
  readonly week: readonly number[];
}) {
  const words = useWords();
  const { view, log, form } = props;
  const picking = usePanelStore((state) => state.picking);
  const { set } = usePanelStore.getState();
  if (log.target === null || log.draft === null) return null;
  if (picking === 'message') {
    return (
      <MessagePicker busy={form.busy} onPick={form.saveMessage} onCancel={() => set({ picking: null })} />
    );
  }
  if (log.open) {
    return (
      <Log
        view={view}
        target={log.target}
        draft={log.draft}
        form={form}
        undo={props.undo}
        week={props.week}
      />
    );
  }
  return (
    <>
      {view.doNotCall && <p className={styles.warning}>{words('panel.doNotCall')}</p>}
      {view.running !== null && <RunningLine running={view.running} onOpen={() => log.start()} />}
      <ActRow
        deal={view.about?.object === 'deal'}
        onCall={() => log.start({ channel: 'call' })}
        onMet={() => log.start({ channel: 'meeting' })}
        onMessage={() => set({ picking: 'message' })}
      />
      <UndoBar view={view} undo={props.undo} />
    </>
  );
}
