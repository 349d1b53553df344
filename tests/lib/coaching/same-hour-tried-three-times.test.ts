import { sameHourTriedThreeTimes } from '@/lib/coaching/same-hour-tried-three-times';
import { ago, at, deal, ruleTables, step, talked, tried } from './support';

const three = [tried(ago(3), '15:10'), tried(ago(4), '16:05'), tried(ago(5), '15:50')];
const mailed = tried(ago(3), '09:00', { channel: 'email', meaning: { ...three[0]!.meaning, dial: false } });
const lead = { deal: null, object: 'lead' } as const;

ruleTables(sameHourTriedThreeTimes, {
  speaks: [
    [
      'three within an hour of the clock',
      { ...lead, activities: three },
      { with: { n: 3, hour: 15 }, action: 'call' },
    ],
    ['four', { ...lead, activities: [tried(ago(1), '16:00'), ...three] }, { with: { n: 4, hour: 15 } }],
    ['on an open deal', { activities: three }, {}],
    [
      'with a message between',
      { ...lead, activities: [three[0]!, mailed, three[1]!, three[2]!] },
      { with: { n: 3, hour: 15 } },
    ],
    [
      'on one and the same day',
      { ...lead, activities: [tried(ago(1), '15:40'), tried(ago(1), '15:20'), tried(ago(1), '15:00')] },
      {},
    ],
  ],
  silent: [
    ['two', { ...lead, activities: three.slice(0, 2) }],
    ['at different hours', { ...lead, activities: [tried(ago(1), '09:30'), ...three] }],
    ['a third two hours off', { ...lead, activities: [three[0]!, three[2]!, tried(ago(6), '17:00')] }],
    ['they answered since', { ...lead, activities: [talked(ago(1)), ...three] }],
    ['they answered between', { ...lead, activities: [three[0]!, three[1]!, talked(ago(4)), three[2]!] }],
    ['they called', { ...lead, activities: [tried(ago(1), '15:00', { direction: 'in' }), ...three] }],
    [
      'a time is agreed',
      { ...lead, activities: three, nextStep: step({ kind: 'call', at: at('15:00', ago(-1)) }) },
    ],
    ['the deal is lost', { activities: three, deal: deal({ status: 'lost' }) }],
    ['they asked not to be called', { ...lead, activities: three, doNotCall: true }],
    ['never tried', lead],
  ],
});
