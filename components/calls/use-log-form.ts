import { useState } from 'react';
import type { Outcome } from '@/lib/domain/outcome';
import type { Fault } from '@/lib/domain/result';
import type { Draft, PanelView } from '@/lib/rpc/view';
import { useAct } from '../queries/act';
import { useWords } from '../ui/language';
import { announce } from '../ui/live';
import { emptyDraft, useLogDrafts } from '../stores/log-drafts';
import { usePanelStore } from '../stores/panel-store';
import type { MessageChannel } from './message-picker';
import { problemOf, type Problem } from './problem';
import { messageDraft, useSubmit } from './use-submit';
import type { LogState } from './use-log';

export interface LogForm {
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly fault: Fault['code'] | null;
  /** The outcome that cannot be taken back with the buyer waits for a yes. */
  readonly asking: boolean;
  readonly change: (part: Partial<Draft>) => void;
  readonly choose: (outcome: Outcome) => void;
  readonly save: (next: boolean) => void;
  readonly saveMessage: (channel: MessageChannel) => void;
  readonly back: () => void;
  readonly fold: () => void;
}

/** What the log's fields, buttons and keys do. */
export function useLogForm(view: PanelView, log: LogState): LogForm {
  const words = useWords();
  const { submit, busy, fault, clear } = useSubmit();
  const stop = useAct('call.stop');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asking, setAsking] = useState(false);
  const { target } = log;

  function current(): Draft {
    const record = target!.record;
    return useLogDrafts.getState().drafts[record]?.draft ?? { ...emptyDraft(record), open: true };
  }

  function change(part: Partial<Draft>): void {
    if (target === null) return;
    setProblem(null);
    clear();
    useLogDrafts.getState().change(target.record, { open: true, ...part });
  }

  function choose(outcome: Outcome): void {
    setAsking(false);
    const running = target?.running ?? null;
    const draft = current();
    const length =
      running !== null && draft.durationSec === null
        ? { durationSec: Math.max(0, Math.floor((Date.now() - running.startedAt) / 1000)) }
        : {};
    change({ ...length, channel: 'call', outcome: outcome.id });
  }

  async function send(draft: Draft, outcome: Outcome | null, next: boolean): Promise<void> {
    const done = await submit(draft, outcome, target?.running?.by ?? 'key', Date.now());
    setAsking(false);
    if (!done) return;
    announce(words('calls.saved'));
    if (target !== null && target.running !== null) {
      usePanelStore.getState().set({ folded: `${target.running.record} ${target.running.startedAt}` });
      stop.mutate({});
    }
    if (next) {
      // Past calls are told in a row: the next one starts from this one's time.
      useLogDrafts.getState().change(draft.record, { open: true, at: draft.at });
    }
  }

  function save(next: boolean): void {
    if (target === null || busy) return;
    const draft = current();
    const outcome = view.outcomes.find((one) => one.id === draft.outcome) ?? null;
    const missing = problemOf(draft, outcome, Date.now());
    setProblem(missing);
    if (missing !== null) return;
    if (outcome?.confirms === true && draft.channel === 'call' && !asking) return setAsking(true);
    void send(draft, outcome, next);
  }

  return {
    busy,
    problem,
    fault,
    asking,
    change,
    choose,
    save,
    saveMessage(channel) {
      if (target === null || busy) return;
      usePanelStore.getState().set({ picking: null });
      void send(messageDraft(current(), channel), null, false);
    },
    back: () => setAsking(false),
    fold() {
      setAsking(false);
      setProblem(null);
      log.fold();
    },
  };
}
