import type { Draft, PanelView } from '@/lib/rpc/view';
import { useAct } from '../queries/act';
import { useConnection } from '../queries/client';
import { LOG_DRAFTS } from '../queries/draft-kinds';
import { useKeptDraft } from '../queries/use-kept-draft';
import { draftSettled } from '../queries/use-draft-saver';
import { emptyDraft, hasContent, useLogDrafts } from '../stores/log-drafts';
import { usePanelStore } from '../stores/panel-store';
import { logTarget, type LogTarget } from './log-context';

export interface LogState {
  /** Null where nothing can be logged: no record, not me, somebody else's record. */
  readonly target: LogTarget | null;
  readonly draft: Draft | null;
  readonly open: boolean;
  readonly start: (part?: Partial<Draft>) => void;
  readonly fold: () => void;
}

function runningId(running: NonNullable<PanelView['running']>): string {
  return `${running.record} ${running.startedAt}`;
}

/** Which log there is for what the panel shows, and opening and folding it. */
export function useLog(view: PanelView): LogState {
  const connection = useConnection();
  const dropDraft = useAct('draft.drop');
  const target = mayLog(view) ? logTarget(view) : null;
  const record = target?.record ?? null;
  const draft = useLogDrafts((state) => (record === null ? null : (state.drafts[record]?.draft ?? null)));
  const folded = usePanelStore((state) => state.folded);
  const { change, drop } = useLogDrafts.getState();
  useKeptDraft(useLogDrafts, view.draft, view.running?.record ?? view.about?.key ?? null, view.revision);

  const armed = target !== null && target.running !== null && folded !== runningId(target.running);
  const open = target !== null && (draft?.open === true || armed);

  return {
    target,
    draft: target === null ? null : (draft ?? { ...emptyDraft(target.record), open }),
    open,
    start(part = {}) {
      if (target === null) return;
      usePanelStore.getState().set({ picking: null, folded: null });
      change(target.record, { ...part, open: true });
    },
    fold() {
      if (target === null) return;
      if (target.running !== null) usePanelStore.getState().set({ folded: runningId(target.running) });
      const typed = useLogDrafts.getState().drafts[target.record]?.draft;
      if (typed !== undefined && hasContent(typed)) change(target.record, { open: false });
      else if (typed !== undefined) {
        const { record } = target;
        drop(record);
        void draftSettled(LOG_DRAFTS, record).then(() =>
          dropDraft.mutate({ record, draft: useLogDrafts.getState().dropped[record] ?? 0 }),
        );
      }
      connection.toShell('give-focus-back');
    },
  };
}

/** Nothing is written before it is known who I am, nor on a colleague's record. */
function mayLog(view: PanelView): boolean {
  return view.identity === 'known' && (view.running !== null || view.mine !== 'other');
}
