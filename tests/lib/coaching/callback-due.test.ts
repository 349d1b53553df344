import { callbackDue } from '@/lib/coaching/callback-due';
import { ago, at, ruleTables, step, TODAY, tried } from './support';

const promised = step({ kind: 'call', at: at('15:00') });

ruleTables(callbackDue, {
  speaks: [
    [
      'ten minutes before',
      { nextStep: promised, now: at('14:50') },
      { with: { when: '15:00' }, action: 'call' },
    ],
    ['at the time', { nextStep: promised, now: at('15:00') }, {}],
    ['later that day', { nextStep: promised, now: at('18:30') }, {}],
    ['on a lead too', { nextStep: promised, now: at('15:00'), deal: null, object: 'lead' }, {}],
    [
      'though they were tried in the morning',
      { nextStep: promised, now: at('15:00'), activities: [tried(TODAY, '09:00')] },
      {},
    ],
  ],
  silent: [
    ['eleven minutes before', { nextStep: promised, now: at('14:49') }],
    ['a call without a time', { nextStep: step({ kind: 'call' }), now: at('15:00') }],
    ['a meeting at that time', { nextStep: step({ kind: 'meeting', at: at('15:00') }), now: at('15:00') }],
    [
      'yesterday’s promise is overdue instead',
      { nextStep: step({ kind: 'call', day: ago(1), at: at('15:00', ago(1)) }), now: at('15:00') },
    ],
    ['nothing promised', { now: at('15:00') }],
    ['called at the time', { nextStep: promised, now: at('15:20'), activities: [tried(TODAY, '15:02')] }],
    ['they asked not to be called', { nextStep: promised, now: at('15:00'), doNotCall: true }],
  ],
});
