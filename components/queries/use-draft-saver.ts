import { useEffect, useRef, useState } from 'react';
import type { RecordKey } from '@/lib/domain/ids';
import type { Fault } from '@/lib/domain/result';
import type { Connection } from '@/lib/rpc/connection';
import type { Draftable } from '../stores/drafts';
import { useConnection } from './client';
import type { DraftKind } from './draft-kinds';

/** Longest a keystroke stays unsaved. */
const SAVE_AFTER_MS = 150;
/** After a save that failed, as on a full disk: tried again by itself, no key has to be pressed for it. */
const AGAIN_AFTER_MS = 3000;

/**
 * Keeps the draft of one record in the background: at most 150 ms after a change, and at once when the panel
 * loses focus, is hidden or goes away. Answers why it could not, for as long as it could not.
 */
export function useDraftSaver<D extends Draftable>(
  kind: DraftKind<D>,
  record: RecordKey,
): Fault['code'] | null {
  const connection = useConnection();
  const [fault, setFault] = useState<Fault['code'] | null>(null);
  const typed = kind.store((state) => state.drafts[record]?.typed ?? 0);
  const saving = useRef(false);
  const again = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    let alive = true;
    async function flush(): Promise<void> {
      if (saving.current) return;
      saving.current = true;
      const result = await saveOnce(kind, connection, record);
      saving.current = false;
      if (alive) setFault(result);
      if (!isDirty(kind, record)) return;
      // More was typed while the last save was under way.
      if (result === null) return void flush();
      // Also after the field was closed: what was typed is still here.
      clearTimeout(again.current);
      again.current = setTimeout(now, AGAIN_AFTER_MS);
    }
    const now = () => void flush();
    const timer = isDirty(kind, record) ? setTimeout(now, SAVE_AFTER_MS) : undefined;
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
  }, [kind, connection, record, typed]);

  // The field closing is a loss of focus too.
  useEffect(() => () => void saveOnce(kind, connection, record), [kind, connection, record]);
  return fault;
}

function isDirty<D extends Draftable>({ store }: DraftKind<D>, record: RecordKey): boolean {
  const entry = store.getState().drafts[record];
  return entry !== undefined && entry.typed > entry.saved;
}

/** Saves under way, by kind and record: one at a time, so that revisions never race. */
const underWay = new Map<string, Promise<Fault['code'] | null>>();

/** Resolves when no save of this draft is under way; what it becomes must not overtake it. */
export async function draftSettled<D extends Draftable>(
  kind: DraftKind<D>,
  record: RecordKey,
): Promise<void> {
  await underWay.get(`${kind.name}:${record}`);
}

async function saveOnce<D extends Draftable>(
  kind: DraftKind<D>,
  connection: Connection,
  record: RecordKey,
): Promise<Fault['code'] | null> {
  await draftSettled(kind, record);
  if (!isDirty(kind, record)) return null;
  const name = `${kind.name}:${record}`;
  const save = send(kind, connection, record).finally(() => underWay.delete(name));
  underWay.set(name, save);
  return save;
}

async function send<D extends Draftable>(
  { store, save, kept }: DraftKind<D>,
  connection: Connection,
  record: RecordKey,
): Promise<Fault['code'] | null> {
  const entry = store.getState().drafts[record]!;
  const { saved, rebase } = store.getState();
  const result = await save(connection, entry.draft);
  if (store.getState().drafts[record] === undefined) return null;
  if (result.ok) {
    saved(entry, result.value);
    return null;
  }
  if (result.fault.code === 'conflict') {
    const tabId = await connection.tabId();
    const view = await connection.call('panel.view', tabId === null ? {} : { tabId });
    const theirs = view.ok ? kept(view.value) : null;
    if (theirs?.record === record) rebase(record, theirs);
  }
  return result.fault.code;
}
