import { pageWords } from '../data/words.ts';
import { field, object, readOnly, reference } from './fields.ts';
import { taskStatuses } from './stages.ts';

const createOnly = { updateable: false } as const;
const whoTargets = ['Lead', 'Contact'] as const;
const whatTargets = ['Opportunity', 'Account'] as const;

export const task = object(
  'Task',
  pageWords.Task,
  ['Tasks', 'Aufgaben', '작업', 'Tâches'],
  [
    field('Subject', 'combobox', pageWords.subject),
    field('ActivityDate', 'date', pageWords.dueDate),
    field('Status', 'picklist', ['Status', 'Status', '상태', 'Statut'], {
      required: true,
      restricted: true,
      values: taskStatuses,
      defaultValue: 'Not Started',
    }),
    field('Priority', 'picklist', ['Priority', 'Priorität', '우선 순위', 'Priorité'], {
      required: true,
      restricted: true,
      values: ['High', 'Normal', 'Low'],
      defaultValue: 'Normal',
    }),
    field('Description', 'textarea', pageWords.comments),
    field('Type', 'picklist', 'Type', { values: ['Call', 'Email', 'Meeting', 'Other'] }),
    reference('WhoId', ['Name', 'Name', '이름', 'Nom'], whoTargets),
    reference('WhatId', ['Related To', 'Bezug', '관련 항목', 'Associé à'], whatTargets),
    reference('OwnerId', ['Assigned To', 'Zugewiesen an', '담당', 'Attribué à'], ['User']),
    field('TaskSubtype', 'picklist', 'Task Subtype', {
      ...createOnly,
      restricted: true,
      values: ['Task', 'Email', 'LinkedIn', 'List Email', 'Call'],
      defaultValue: 'Task',
    }),
    field('CallType', 'picklist', 'Call Type', {
      restricted: true,
      values: ['Inbound', 'Internal', 'Outbound'],
    }),
    field('CallDurationInSeconds', 'int', 'Call Duration'),
    field('CallDisposition', 'string', 'Call Result'),
    field('CallObject', 'string', 'Call Object Identifier'),
    field('IsReminderSet', 'boolean', 'Reminder Set'),
    field('ReminderDateTime', 'datetime', 'Reminder Date/Time'),
    field('IsClosed', 'boolean', 'Closed', readOnly),
    field('IsHighPriority', 'boolean', 'High Priority', readOnly),
    field('CompletedDateTime', 'datetime', 'Completed Date', readOnly),
    reference('AccountId', 'Account', ['Account'], readOnly),
    field('WhoCount', 'int', 'Who Count', readOnly),
    field('WhatCount', 'int', 'What Count', readOnly),
  ],
  { nameField: 'Subject' },
);

export const event = object(
  'Event',
  ['Event', 'Ereignis', '이벤트', 'Événement'],
  ['Events', 'Ereignisse', '이벤트', 'Événements'],
  [
    field('Subject', 'combobox', pageWords.subject),
    field('StartDateTime', 'datetime', 'Start'),
    field('EndDateTime', 'datetime', 'End'),
    field('ActivityDate', 'date', 'Date'),
    field('DurationInMinutes', 'int', 'Duration'),
    field('Location', 'string', 'Location'),
    field('Description', 'textarea', pageWords.comments),
    field('Type', 'picklist', 'Type', { values: ['Call', 'Email', 'Meeting', 'Other'] }),
    reference('WhoId', 'Name', whoTargets),
    reference('WhatId', 'Related To', whatTargets),
    reference('OwnerId', 'Assigned To', ['User']),
    reference('AccountId', 'Account', ['Account'], readOnly),
  ],
  { nameField: 'Subject' },
);
