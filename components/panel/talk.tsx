import type { PanelView } from '@/lib/rpc/view';
import { PromptCard, PromptLine } from '../coaching/prompt';
import { NotesBlock } from '../notes/notes-block';
import type { LogState } from '../calls/use-log';
import { usePanelStore } from '../stores/panel-store';
import styles from './panel.module.css';

/** One prompt and one note; a line each while a log is open. */
export function Talk(props: {
  readonly view: PanelView;
  readonly now: number;
  readonly log: LogState;
  readonly hidden: boolean;
}) {
  const { view, log } = props;
  const picking = usePanelStore((state) => state.picking);
  if (view.record === null) return null;
  if (log.open) {
    return view.prompt === null ? null : (
      <div className={styles.folded}>
        <PromptLine prompt={view.prompt} />
      </div>
    );
  }
  function act(action: NonNullable<PanelView['prompt']>['action']): void {
    if (action === 'call') log.start({ channel: 'call' });
    else if (action === 'message') usePanelStore.getState().set({ picking: 'message' });
    else usePanelStore.getState().set({ nextStepOpen: true });
  }
  return (
    <>
      {view.prompt !== null &&
        view.state === 'ready' &&
        log.target !== null &&
        view.meetingsDue.length === 0 &&
        picking === null && (
          <div className={styles.part}>
            <PromptCard view={view} onAct={act} />
          </div>
        )}
      <div className={styles.part}>
        <NotesBlock view={view} now={props.now} hidden={props.hidden} all={view.mine === 'other'} />
      </div>
    </>
  );
}
