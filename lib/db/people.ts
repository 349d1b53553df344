import type { PeopleStore } from '../domain/ports.ts';
import { write } from './database.ts';
import { AFTER, type Database } from './tables.ts';

export function peopleStore(db: Database): PeopleStore {
  return {
    async me() {
      return (await db.people.toArray()).find((person) => person.me && person.archivedAt === null) ?? null;
    },
    all: () => db.people.toArray(),
    async put(person) {
      await write(db, ['people'], () => db.people.put(person));
    },
    instances: () => db.instances.toArray(),
    async putInstance(instance) {
      await write(db, ['instances'], () => db.instances.put(instance));
    },
    async links(instance) {
      return db.links.where('[instance+remoteId]').between([instance, ''], [instance, AFTER]).toArray();
    },
    async putLink(link) {
      await write(db, ['links'], () => db.links.put(link));
    },
  };
}
