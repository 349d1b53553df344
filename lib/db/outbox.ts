import type { OutboxStore } from '../domain/ports.ts';
import type { OutboxState } from '../domain/outbox.ts';
import { write } from './database.ts';
import type { Database } from './tables.ts';

/** Still somebody's business: to be sent, being sent, or waiting for an answer. */
const OPEN: readonly OutboxState[] = ['queued', 'sending', 'needs-you'];

export function outboxStore(db: Database): OutboxStore {
  return {
    async open() {
      const items = await db.outbox.where('state').anyOf(OPEN).toArray();
      return items.toSorted((a, b) => a.notBefore - b.notBefore || (a.id < b.id ? -1 : 1));
    },
    async get(id) {
      return (await db.outbox.get(id)) ?? null;
    },
    move: (item, from) =>
      write(db, ['outbox'], async () => {
        if ((await db.outbox.get(item.id))?.state !== from) return false;
        await db.outbox.put(item);
        return true;
      }),
    async ofRecord(ids) {
      return (await db.outbox.bulkGet([...ids])).flatMap((item) => item ?? []);
    },
  };
}
