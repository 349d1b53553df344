import { field, object, reference } from './fields.ts';

export const organization = object(
  'Organization',
  'Organization',
  'Organizations',
  [
    field('Name', 'string', 'Name'),
    field('IsSandbox', 'boolean', 'Is Sandbox'),
    field('OrganizationType', 'picklist', 'Edition'),
    field('InstanceName', 'string', 'Instance Name'),
    field('TimeZoneSidKey', 'picklist', 'Time Zone'),
    field('DefaultLocaleSidKey', 'picklist', 'Locale'),
    field('LanguageLocaleKey', 'picklist', 'Language'),
    field('FiscalYearStartMonth', 'picklist', 'Fiscal Year Starts In'),
    field('NamespacePrefix', 'string', 'Namespace Prefix'),
    field('TrialExpirationDate', 'datetime', 'Trial Expiration Date'),
  ],
  { writable: false },
);

export const opportunityHistory = object(
  'OpportunityHistory',
  'Opportunity History',
  'Opportunity History',
  [
    reference('OpportunityId', 'Opportunity', ['Opportunity']),
    field('StageName', 'picklist', 'Stage'),
    field('Amount', 'currency', 'Amount'),
    field('ExpectedRevenue', 'currency', 'Expected Revenue'),
    field('CloseDate', 'date', 'Close Date'),
    field('Probability', 'percent', 'Probability'),
    field('ForecastCategory', 'picklist', 'Forecast Category'),
    field('PrevAmount', 'currency', 'Previous Amount'),
    field('PrevCloseDate', 'date', 'Previous Close Date'),
  ],
  { nameField: 'Id', writable: false },
);

export const opportunityFieldHistory = object(
  'OpportunityFieldHistory',
  'Opportunity Field History',
  'Opportunity Field History',
  [
    reference('OpportunityId', 'Opportunity', ['Opportunity']),
    field('Field', 'picklist', 'Changed Field'),
    field('DataType', 'picklist', 'Datatype'),
    field('OldValue', 'string', 'Old Value'),
    field('NewValue', 'string', 'New Value'),
  ],
  { nameField: 'Id', writable: false },
);

export const opportunityStage = object(
  'OpportunityStage',
  'Opportunity Stage',
  'Opportunity Stages',
  [
    field('ApiName', 'string', 'API Name'),
    field('MasterLabel', 'string', 'Master Label'),
    field('SortOrder', 'int', 'Sort Order'),
    field('IsActive', 'boolean', 'Active'),
    field('IsClosed', 'boolean', 'Closed'),
    field('IsWon', 'boolean', 'Won'),
    field('DefaultProbability', 'percent', 'Default Probability'),
    field('ForecastCategory', 'picklist', 'Forecast Category'),
    field('ForecastCategoryName', 'picklist', 'Forecast Category'),
  ],
  { nameField: 'MasterLabel', writable: false },
);

export const taskStatus = object(
  'TaskStatus',
  'Task Status',
  'Task Status',
  [
    field('ApiName', 'string', 'API Name'),
    field('MasterLabel', 'string', 'Master Label'),
    field('SortOrder', 'int', 'Sort Order'),
    field('IsClosed', 'boolean', 'Closed'),
    field('IsDefault', 'boolean', 'Default'),
  ],
  { nameField: 'MasterLabel', writable: false },
);
