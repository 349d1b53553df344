import type { PanelView } from '@/lib/rpc/view';
import { PromptCard, PromptLine } from '../coaching/prompt';
import { NotesBlock } from '../notes/notes-block';
import type { LogState } from '../calls/use-log';
import { usePanelStore } from '../stores/panel-store';
import styles from './panel.module.css';

/** One prompt and one note; a line each while a log is open, the prompt alone while a note is written. */
export function Talk(props: {
  readonly view: PanelView;
  readonly now: number;
  readonly log: LogState;
  readonly hidden: boolean;
}) {
  const { view, log } = props;
  const picking = usePanelStore((state) => state.picking);
  const composing = usePanelStore((state) => state.composer);
  if (view.about === null) return null;
  const { key } = view.about;
  const { prompt } = view;
  const speaks = prompt !== null && view.state === 'ready' && log.target !== null;
  const quiet = view.meetingsDue.length > 0 || picking !== null;
  const folded = prompt !== null && (log.open || (composing && speaks && !quiet)) && (
    <div className={styles.folded}>
      <PromptLine prompt={prompt} />
    </div>
  );
  if (log.open) return folded;
  function act(action: NonNullable<PanelView['prompt']>['action']): void {
    if (action === 'call') log.start({ channel: 'call' });
    else if (action === 'message') usePanelStore.getState().set({ picking: 'message' });
    else usePanelStore.getState().set({ nextStepOpen: true });
  }
  return (
    <>
      {folded}
      {speaks && !quiet && !composing && (
        <div className={styles.part}>
          <PromptCard view={view} onAct={act} />
        </div>
      )}
      <div className={styles.part}>
        <NotesBlock
          view={view}
          record={key}
          now={props.now}
          hidden={props.hidden}
          all={view.mine === 'other'}
        />
      </div>
    </>
  );
}
