/**
 * The folder the daily copy goes to. Its handle can only be kept by structured clone: not in messages and not in
 * extension storage, which are JSON. So it lies in a small database of its own, which the pages open; the log's
 * database stays the background's alone.
 */

/** What TypeScript's DOM does not declare yet: asking again for a permission that a restart took back. */
export interface Folder extends FileSystemDirectoryHandle {
  queryPermission(mode: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(mode: { mode: 'readwrite' }): Promise<PermissionState>;
}

interface Picker {
  showDirectoryPicker(options: {
    id: string;
    mode: 'readwrite';
    startIn: 'documents';
  }): Promise<FileSystemDirectoryHandle>;
}

const NAME = 'touchline-copy';
const STORE = 'folder';
const KEY = 'chosen';

export interface FolderKept {
  readonly folder: Folder;
  /** When the last copy was written; null before the first. */
  readonly writtenAt: number | null;
}

/** Firefox and Safari have no folder picker. */
export function canKeepCopy(): boolean {
  return 'showDirectoryPicker' in window;
}

/** Must be called in the click itself. Null when the person closed the dialog. */
export async function pickFolder(): Promise<Folder | null> {
  try {
    const picker = window as unknown as Picker;
    return (await picker.showDirectoryPicker({
      id: 'touchline-copy',
      mode: 'readwrite',
      startIn: 'documents',
    })) as Folder;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

export async function keptFolder(): Promise<FolderKept | null> {
  const kept = await inStore<FolderKept | undefined>('readonly', (store) => store.get(KEY));
  return kept ?? null;
}

export async function keepFolder(kept: FolderKept): Promise<void> {
  await inStore('readwrite', (store) => store.put(kept, KEY));
}

export async function dropFolder(): Promise<void> {
  await inStore('readwrite', (store) => store.delete(KEY));
}

function inStore<T>(mode: IDBTransactionMode, run: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('folder database')));
    opening.addEventListener('success', () => {
      const database = opening.result;
      const transaction = database.transaction(STORE, mode);
      const request = run(transaction.objectStore(STORE));
      transaction.addEventListener('complete', () => {
        database.close();
        resolve(request.result as T);
      });
      transaction.addEventListener('abort', () => {
        database.close();
        reject(transaction.error ?? new Error('folder database'));
      });
    });
  });
}
