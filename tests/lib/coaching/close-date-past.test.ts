import { closeDatePast } from '@/lib/coaching/close-date-past';
import { ago, deal, ruleTables, TODAY } from './support';

ruleTables(closeDatePast, {
  speaks: [
    ['yesterday', { deal: deal({ closeDay: ago(1) }) }, { with: { days: 1 }, action: 'fix-close-date' }],
    ['a month ago', { deal: deal({ closeDay: ago(31) }) }, { with: { days: 31 } }],
  ],
  silent: [
    ['today', { deal: deal({ closeDay: TODAY }) }],
    ['tomorrow', { deal: deal({ closeDay: ago(-1) }) }],
    ['unknown', { deal: deal({ closeDay: null }) }],
    ['won', { deal: deal({ closeDay: ago(1), status: 'won' }) }],
    ['lost', { deal: deal({ closeDay: ago(1), status: 'lost' }) }],
    ['no deal', { deal: null, object: 'lead' }],
  ],
});
