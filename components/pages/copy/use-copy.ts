import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useConnection } from '../../queries/client';
import { copyDue, writeCopy, type CopyOutcome } from './daily';
import { canKeepCopy, dropFolder, keepFolder, keptFolder, pickFolder, type FolderKept } from './folder';

const FOLDER = ['copy', 'folder'] as const;
const OUTCOME = ['copy', 'outcome'] as const;

/** The folder of the daily copy and what can be done with it. Null data = none chosen. */
export function useCopy() {
  const client = useQueryClient();
  const { call } = useConnection();
  const kept = useQuery({ queryKey: FOLDER, queryFn: keptFolder, enabled: canKeepCopy(), retry: false });
  const outcome = useQuery<CopyOutcome | null>({
    queryKey: OUTCOME,
    queryFn: () => null,
    enabled: false,
    initialData: null,
  });
  const tell = (told: CopyOutcome | null) => client.setQueryData(OUTCOME, told);
  const write = useMutation<CopyOutcome, Error, FolderKept>({
    scope: { id: 'copy' },
    mutationFn: (folder) => writeCopy(call, folder, Date.now()),
    onSuccess: async (result) => {
      tell(result);
      await client.invalidateQueries({ queryKey: FOLDER });
    },
  });
  /** In the click itself: the browser opens a dialog. */
  async function choose(): Promise<void> {
    try {
      const folder = await pickFolder();
      if (folder === null) return;
      const next = { folder, writtenAt: null };
      await keepFolder(next);
      write.mutate(next);
    } catch (error) {
      // A full disk keeps no folder either.
      const why = error instanceof Error ? error.message : String(error);
      tell({ kind: 'failed', why });
    }
  }
  /** In the click itself: the browser asks again, as it does after a restart. */
  async function allow(folder: FolderKept): Promise<void> {
    const permission = await folder.folder.requestPermission({ mode: 'readwrite' });
    if (permission === 'granted') write.mutate(folder);
    else tell({ kind: 'needs-you' });
  }
  async function stop(): Promise<void> {
    await dropFolder();
    tell(null);
    await client.invalidateQueries({ queryKey: FOLDER });
  }
  return { kept: kept.data ?? null, outcome: outcome.data, write, choose, allow, stop };
}

/** Writes today's copy once when a page opens, if a folder is chosen and none was written today. */
export function useDailyCopy(): void {
  const { kept, write } = useCopy();
  const tried = useRef(false);
  useEffect(() => {
    if (kept === null || tried.current) return;
    tried.current = true;
    if (copyDue(kept.writtenAt, Date.now())) write.mutate(kept);
  }, [kept, write]);
}
