import type { ShelfStore } from '../domain/ports.ts';
import { write } from './database.ts';
import type { Database } from './tables.ts';

export function shelfStore(db: Database): ShelfStore {
  return {
    async get(name) {
      return (await db.shelf.get(name))?.value;
    },
    async put(name, value) {
      await write(db, ['shelf'], () => db.shelf.put({ name, value }));
    },
    async drop(name) {
      await write(db, ['shelf'], () => db.shelf.delete(name));
    },
    names: (prefix) => db.shelf.where('name').startsWith(prefix).primaryKeys(),
  };
}
