import type { GoalStore } from '../domain/ports.ts';
import { write } from './database.ts';
import type { Database } from './tables.ts';

export function goalStore(db: Database): GoalStore {
  return {
    all: () => db.goals.toArray(),
    async put(versions) {
      await write(db, ['goals'], () => db.goals.bulkPut(versions));
    },
  };
}
