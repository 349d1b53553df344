export const coachingEn = {
  prompt: 'Prompt',
  notNow: 'Not now',
  'next-step-missing': 'No next step yet. What did you agree, and by when?',
  'next-step-overdue':
    'The next step is {days, plural, one {# day} other {# days}} overdue. Do it now, or agree a new day?',
  'close-date-past':
    'The close date passed {days, plural, one {# day} other {# days}} ago. What has to happen before they sign?',
  idle: 'Nothing for {days, plural, one {# day} other {# days}}. Who there would answer today?',
  'callback-due': 'You promised a call back at {when}. Call now?',
  'same-hour-tried-three-times': 'Tried {n}× around {hour}:00. Try another time of day?',
  'action.set-next-step': 'Set next step',
  'action.call': 'Call',
  'action.fix-close-date': 'Set next step',
  'action.message': 'Message',
  'action.none': 'Done',
} as const;
