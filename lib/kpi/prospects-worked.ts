import { defineSet } from './shape.ts';

/** Distinct leads and contacts reached out to, on any channel. One person in a window is one, however often tried. */
export const prospectsWorked = defineSet({
  id: 'prospects-worked',
  version: 1,
  unit: 'count',
  better: 'higher',
  paced: true,
  member(event) {
    return event.kind === 'activity.logged' && event.body.direction === 'out' ? event.body.prospect : null;
  },
});
