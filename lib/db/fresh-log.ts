const NAME = 'touchline-fresh-log';

/**
 * Makes Chromium's database begin a new file of its journal; about 10 ms. On a full disk the last write may stop half
 * way. LevelDB then goes on behind the torn record in the same file, cannot read past it the next time, and Chromium
 * throws everything of ours away (seen on 156 with a full tmpfs: the log was empty after the next start). Deleting a
 * database makes it put the journal's content into a table and take a new file, and the torn record goes with the old.
 */
export async function takeFreshLog(indexedDB: IDBFactory): Promise<void> {
  const opening = indexedDB.open(NAME, 1);
  // Deleting rows is what moves it, so there has to be one.
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('rows').put(1, 1));
  const made = await done(opening);
  made.close();
  await done(indexedDB.deleteDatabase(NAME));
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
  });
}
