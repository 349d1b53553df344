import type { Launched } from './browser.ts';

/** Everything on the disk, version and rows, as the browser itself gives it: one text to compare. */
export async function stored(browser: Launched): Promise<string> {
  const worker = await browser.background();
  return worker.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('touchline');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const seen: Record<string, unknown> = { version: db.version };
    const reading = db.transaction([...db.objectStoreNames]);
    for (const name of db.objectStoreNames) {
      const rows = reading.objectStore(name).getAll();
      rows.onsuccess = () => (seen[name] = rows.result);
    }
    await new Promise((resolve) => (reading.oncomplete = resolve));
    db.close();
    return JSON.stringify(seen);
  });
}

/** Raises the database to a later version with one more table, as an update that this build is older than would. */
export async function raiseVersion(browser: Launched): Promise<void> {
  const worker = await browser.background();
  await worker.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const looking = indexedDB.open('touchline');
        looking.onerror = () => reject(looking.error);
        looking.onsuccess = () => {
          const { version } = looking.result;
          looking.result.close();
          const raising = indexedDB.open('touchline', version + 10);
          raising.onupgradeneeded = () =>
            void raising.result.createObjectStore('tomorrow', { keyPath: 'id' });
          raising.onerror = () => reject(raising.error);
          raising.onsuccess = () => {
            raising.result.close();
            resolve();
          };
        };
      }),
  );
}
