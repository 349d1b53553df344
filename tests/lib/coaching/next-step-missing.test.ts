import { nextStepMissing } from '@/lib/coaching/next-step-missing';
import { deal, ruleTables, snapshot, step } from './support';

ruleTables(nextStepMissing, {
  speaks: [
    ['nothing here and the CRM’s field is empty', {}, { with: {}, action: 'set-next-step' }],
    ['a CRM that keeps no such field', { snapshot: snapshot({ expects: false }) }, {}],
  ],
  silent: [
    ['agreed here', { nextStep: step() }],
    [
      'agreed in the CRM',
      {
        snapshot: snapshot({ nextStep: { text: 'Send the plan' } }),
        deal: deal({ nextStep: 'Send the plan' }),
      },
    ],
    ['in the CRM as known from before', { snapshot: snapshot(), deal: deal({ nextStep: 'Send the plan' }) }],
    ['the field should be there and is not seen', { snapshot: snapshot() }],
    ['nothing was read', { snapshot: null }],
    ['won', { deal: deal({ status: 'won' }) }],
    ['a lead', { deal: null, object: 'lead' }],
  ],
});
