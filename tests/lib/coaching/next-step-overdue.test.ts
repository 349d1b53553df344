import { nextStepOverdue } from '@/lib/coaching/next-step-overdue';
import { ago, at, deal, ruleTables, step, TODAY, tried } from './support';

ruleTables(nextStepOverdue, {
  speaks: [
    ['yesterday’s', { nextStep: step({ day: ago(1) }) }, { with: { days: 1 }, action: 'set-next-step' }],
    [
      'a call of last week',
      { nextStep: step({ day: ago(7), kind: 'call' }) },
      { with: { days: 7 }, action: 'call' },
    ],
    ['on a lead', { nextStep: step({ day: ago(1) }), deal: null, object: 'lead' }, {}],
    [
      'no call where they asked not to be called',
      { nextStep: step({ day: ago(1), kind: 'call' }), doNotCall: true },
      { action: 'set-next-step' },
    ],
    [
      'though something happened before it was due',
      { nextStep: step({ day: ago(2) }), activities: [tried(ago(5), '10:00')] },
      {},
    ],
  ],
  silent: [
    ['due today', { nextStep: step() }],
    ['due today at a time that has passed', { nextStep: step({ at: at('08:00') }), now: at('17:00') }],
    ['due tomorrow', { nextStep: step({ day: ago(-1) }) }],
    ['none', {}],
    ['done on its day', { nextStep: step({ day: ago(1) }), activities: [tried(ago(1), '10:00')] }],
    ['done late', { nextStep: step({ day: ago(3) }), activities: [tried(TODAY, '08:30')] }],
    ['the deal is won', { nextStep: step({ day: ago(1) }), deal: deal({ status: 'won' }) }],
  ],
});
