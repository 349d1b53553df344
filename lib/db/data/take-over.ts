import type { ImportRefusal } from '../../domain/ports.ts';
import type { ParsedRows } from './parse.ts';
import type { DataWorld } from './world.ts';

/**
 * Whose file is it? A device that has counted nothing yet becomes the person of the file, and takes the file's ids for
 * CRMs it had added by itself. One that has, refuses a file of another person, and another id for a CRM in use: both
 * would count one thing twice.
 */
export async function takeOver({ db }: DataWorld, rows: ParsedRows): Promise<ImportRefusal | null> {
  const used = (await db.events.limit(1).count()) > 0;
  const me = (await db.people.toArray()).find((person) => person.me);
  for (const { row } of rows.people) {
    if (!row.me || me === undefined || row.id === me.id) continue;
    if (used) return 'another-person';
    await db.people.delete(me.id);
    await db.goals.filter((goal) => goal.person === me.id).delete();
    await db.links.filter((link) => link.person === me.id).delete();
  }
  const instances = await db.instances.toArray();
  for (const { row } of rows.instances) {
    const twin = instances.find(
      (one) => one.kind === row.kind && one.tenant === row.tenant && one.id !== row.id,
    );
    if (twin === undefined) continue;
    if (used) return 'another-crm';
    await db.instances.delete(twin.id);
    await db.links.filter((link) => link.instance === twin.id).delete();
    await db.coverage.filter((one) => one.instance === twin.id).delete();
    await db.records.filter((one) => one.instance === twin.id).delete();
    await db.deals.filter((one) => one.deal.instance === twin.id).delete();
  }
  return null;
}
