import type { PageWord } from '../data/words.ts';

/** How the pages of one object are laid out. `style` is Lightning's two ways to build a detail panel. */
export interface Layout {
  readonly style: 'page' | 'dynamic';
  readonly highlights: readonly string[];
  readonly sections: readonly { readonly title: PageWord; readonly fields: readonly string[] }[];
  readonly list: readonly string[];
  readonly path: string | null;
}

export type PageObject = 'Opportunity' | 'Lead' | 'Contact' | 'Account';

export const layouts: Readonly<Record<PageObject, Layout>> = {
  Opportunity: {
    style: 'page',
    highlights: ['AccountId', 'CloseDate', 'Amount', 'OwnerId'],
    sections: [
      {
        title: 'information',
        fields: [
          'Name',
          'CloseDate',
          'AccountId',
          'StageName',
          'Amount',
          'Probability',
          'OwnerId',
          'ForecastCategoryName',
          'NextStep',
          'ExpectedRevenue',
        ],
      },
      { title: 'additional', fields: ['Type', 'LeadSource', 'Description'] },
      { title: 'system', fields: ['CreatedById', 'LastModifiedById'] },
    ],
    list: ['Name', 'AccountId', 'Amount', 'CloseDate', 'StageName', 'Probability', 'NextStep', 'OwnerId'],
    path: 'StageName',
  },
  Lead: {
    style: 'dynamic',
    highlights: ['Title', 'Company', 'Phone', 'Email', 'OwnerId'],
    sections: [
      {
        title: 'information',
        fields: [
          'Name',
          'Phone',
          'Company',
          'MobilePhone',
          'Title',
          'Email',
          'Status',
          'Rating',
          'OwnerId',
          'LeadSource',
        ],
      },
      {
        title: 'additional',
        fields: ['Industry', 'NumberOfEmployees', 'Website', 'City', 'Country', 'DoNotCall', 'Description'],
      },
      { title: 'system', fields: ['CreatedById', 'LastModifiedById'] },
    ],
    list: ['Name', 'Title', 'Company', 'Phone', 'Email', 'Status', 'LastActivityDate', 'OwnerId'],
    path: 'Status',
  },
  Contact: {
    style: 'page',
    highlights: ['AccountId', 'Title', 'Phone', 'Email', 'OwnerId'],
    sections: [
      {
        title: 'information',
        fields: ['Name', 'Phone', 'AccountId', 'MobilePhone', 'Title', 'Email', 'Department', 'OwnerId'],
      },
      {
        title: 'additional',
        fields: ['MailingCity', 'MailingCountry', 'LeadSource', 'DoNotCall', 'Description'],
      },
      { title: 'system', fields: ['CreatedById', 'LastModifiedById'] },
    ],
    list: ['Name', 'AccountId', 'Title', 'Phone', 'Email', 'LastActivityDate', 'OwnerId'],
    path: null,
  },
  Account: {
    style: 'dynamic',
    highlights: ['Type', 'Phone', 'Website', 'Industry', 'OwnerId'],
    sections: [
      {
        title: 'information',
        fields: [
          'Name',
          'Phone',
          'Type',
          'Website',
          'Industry',
          'NumberOfEmployees',
          'AnnualRevenue',
          'OwnerId',
        ],
      },
      {
        title: 'additional',
        fields: [
          'BillingStreet',
          'BillingPostalCode',
          'BillingCity',
          'BillingCountry',
          'Rating',
          'Description',
        ],
      },
      { title: 'system', fields: ['CreatedById', 'LastModifiedById'] },
    ],
    list: ['Name', 'Type', 'Phone', 'Industry', 'BillingCity', 'LastActivityDate', 'OwnerId'],
    path: null,
  },
};

export function isPageObject(name: string | null): name is PageObject {
  return name !== null && name in layouts;
}
