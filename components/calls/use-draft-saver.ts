import { useEffect, useRef, useState } from 'react';
import type { RecordKey } from '@/lib/domain/ids';
import type { Fault } from '@/lib/domain/result';
import type { Connection } from '@/lib/rpc/connection';
import { useConnection } from '../queries/client';
import { useDraftStore } from '../stores/draft-store';

/** Longest a keystroke stays unsaved. */
const SAVE_AFTER_MS = 150;
/** After a save that failed, as on a full disk: tried again by itself, no key has to be pressed for it. */
const AGAIN_AFTER_MS = 3000;

/**
 * Keeps the draft of one record in the background: at most 150 ms after a change, and at once when the panel
 * loses focus, is hidden or goes away. Answers why it could not, for as long as it could not.
 */
export function useDraftSaver(record: RecordKey): Fault['code'] | null {
  const connection = useConnection();
  const [fault, setFault] = useState<Fault['code'] | null>(null);
  const typed = useDraftStore((state) => state.drafts[record]?.typed ?? 0);
  const saving = useRef(false);
  const again = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    let alive = true;
    async function flush(): Promise<void> {
      if (saving.current) return;
      saving.current = true;
      const result = await saveOnce(connection, record);
      saving.current = false;
      if (alive) setFault(result);
      if (!isDirty(record)) return;
      // More was typed while the last save was under way.
      if (result === null) return void flush();
      // Also after the log was closed: what was typed is still here.
      clearTimeout(again.current);
      again.current = setTimeout(now, AGAIN_AFTER_MS);
    }
    const now = () => void flush();
    const timer = isDirty(record) ? setTimeout(now, SAVE_AFTER_MS) : undefined;
    window.addEventListener('blur', now);
    window.addEventListener('pagehide', now);
    document.addEventListener('visibilitychange', now);
    return () => {
      alive = false;
      clearTimeout(timer);
      window.removeEventListener('blur', now);
      window.removeEventListener('pagehide', now);
      document.removeEventListener('visibilitychange', now);
    };
  }, [connection, record, typed]);

  // The log closing is a loss of focus too.
  useEffect(() => () => void saveOnce(connection, record), [connection, record]);
  return fault;
}

function isDirty(record: RecordKey): boolean {
  const entry = useDraftStore.getState().drafts[record];
  return entry !== undefined && entry.typed > entry.saved;
}

/** Saves under way, by record: one at a time, so that revisions never race. */
const underWay = new Map<RecordKey, Promise<Fault['code'] | null>>();

/** Resolves when no save of this record's draft is under way; a log must not overtake its own draft. */
export async function draftSettled(record: RecordKey): Promise<void> {
  await underWay.get(record);
}

async function saveOnce(connection: Connection, record: RecordKey): Promise<Fault['code'] | null> {
  await underWay.get(record);
  if (!isDirty(record)) return null;
  const save = send(connection, record).finally(() => underWay.delete(record));
  underWay.set(record, save);
  return save;
}

async function send(connection: Connection, record: RecordKey): Promise<Fault['code'] | null> {
  const entry = useDraftStore.getState().drafts[record]!;
  const { saved, rebase } = useDraftStore.getState();
  const result = await connection.call('draft.save', entry.draft);
  if (useDraftStore.getState().drafts[record] === undefined) return null;
  if (result.ok) {
    saved(record, entry.typed, result.value.revision);
    return null;
  }
  if (result.fault.code === 'conflict') {
    const tabId = await connection.tabId();
    const view = await connection.call('panel.view', tabId === null ? {} : { tabId });
    if (view.ok && view.value.draft?.record === record) rebase(record, view.value.draft);
  }
  return result.fault.code;
}
