import { pageWords } from '../data/words.ts';
import { field, object, readOnly, reference } from './fields.ts';
import { stages } from './stages.ts';

export const industries = [
  'Manufacturing',
  'Logistics',
  'Retail',
  'Healthcare',
  'Energy',
  'Technology',
  'Food & Beverage',
  'Construction',
  'Education',
  'Finance',
];
export const sources = [
  'Web',
  'Phone Inquiry',
  'Partner Referral',
  'Trade Show',
  'Purchased List',
  'Outbound',
  'Other',
];
export const ratings = ['Hot', 'Warm', 'Cold'];

const owner = ['Owner', 'Inhaber', '소유자', 'Propriétaire'] as const;
const phone = ['Phone', 'Telefon', '전화', 'Téléphone'] as const;
const industry = ['Industry', 'Branche', '업종', 'Secteur'] as const;
const description = ['Description', 'Beschreibung', '설명', 'Description'] as const;

export const account = object('Account', pageWords.Account, pageWords.Accounts, [
  field('Name', 'string', ['Account Name', 'Accountname', '계정 이름', 'Nom du compte'], { required: true }),
  field('Type', 'picklist', ['Type', 'Typ', '유형', 'Type'], { values: ['Prospect', 'Customer', 'Partner'] }),
  field('Phone', 'phone', phone),
  field('Website', 'url', ['Website', 'Website', '웹 사이트', 'Site Web']),
  field('Industry', 'picklist', industry, { values: industries }),
  field('NumberOfEmployees', 'int', ['Employees', 'Mitarbeiter', '직원 수', 'Employés']),
  field('AnnualRevenue', 'currency', ['Annual Revenue', 'Jahresumsatz', '연 매출', 'Chiffre d’affaires']),
  field('Rating', 'picklist', ['Rating', 'Bewertung', '등급', 'Évaluation'], { values: ratings }),
  field('BillingStreet', 'textarea', 'Billing Street', { length: 255 }),
  field('BillingCity', 'string', 'Billing City', { length: 40 }),
  field('BillingPostalCode', 'string', 'Billing Postal Code', { length: 20 }),
  field('BillingCountry', 'string', 'Billing Country', { length: 80 }),
  field('Description', 'textarea', description),
  reference(
    'OwnerId',
    ['Account Owner', 'Accountinhaber', '계정 소유자', 'Propriétaire du compte'],
    ['User'],
  ),
  field(
    'LastActivityDate',
    'date',
    ['Last Activity', 'Letzte Aktivität', '마지막 활동', 'Dernière activité'],
    readOnly,
  ),
]);

export const opportunity = object('Opportunity', pageWords.Opportunity, pageWords.Opportunities, [
  field('Name', 'string', ['Opportunity Name', 'Opportunity-Name', '기회 이름', 'Nom de l’opportunité'], {
    required: true,
    length: 120,
  }),
  reference('AccountId', ['Account Name', 'Accountname', '계정 이름', 'Nom du compte'], ['Account']),
  field('StageName', 'picklist', ['Stage', 'Phase', '단계', 'Étape'], {
    required: true,
    restricted: true,
    values: stages.map((s) => s.name),
  }),
  field('Amount', 'currency', ['Amount', 'Betrag', '금액', 'Montant']),
  field('CloseDate', 'date', ['Close Date', 'Schlusstermin', '마감일', 'Date de clôture'], {
    required: true,
  }),
  field('Probability', 'percent', [
    'Probability (%)',
    'Wahrscheinlichkeit (%)',
    '가능성(%)',
    'Probabilité (%)',
  ]),
  field(
    'ExpectedRevenue',
    'currency',
    ['Expected Revenue', 'Erwarteter Umsatz', '예상 매출', 'Revenu attendu'],
    readOnly,
  ),
  field(
    'ForecastCategoryName',
    'picklist',
    ['Forecast Category', 'Prognosekategorie', '예측 범주', 'Catégorie de prévision'],
    {
      values: ['Omitted', 'Pipeline', 'Best Case', 'Commit', 'Closed'],
    },
  ),
  field('ForecastCategory', 'picklist', 'Forecast Category', readOnly),
  field('NextStep', 'string', ['Next Step', 'Nächster Schritt', '다음 단계', 'Étape suivante']),
  field('Type', 'picklist', ['Type', 'Typ', '유형', 'Type'], {
    values: ['New Customer', 'Expansion', 'Renewal'],
  }),
  field('LeadSource', 'picklist', ['Lead Source', 'Leadquelle', '리드 출처', 'Origine de la piste'], {
    values: sources,
  }),
  field('Description', 'textarea', description),
  reference(
    'OwnerId',
    ['Opportunity Owner', 'Opportunity-Inhaber', '기회 소유자', 'Propriétaire de l’opportunité'],
    ['User'],
  ),
  field('IsClosed', 'boolean', 'Closed', readOnly),
  field('IsWon', 'boolean', 'Won', readOnly),
  field('PushCount', 'int', 'Push Count', readOnly),
  field('LastStageChangeDate', 'datetime', 'Last Stage Change Date', readOnly),
  field(
    'LastActivityDate',
    'date',
    ['Last Activity', 'Letzte Aktivität', '마지막 활동', 'Dernière activité'],
    readOnly,
  ),
  reference('ContactId', 'Contact', ['Contact'], { updateable: false }),
]);

export const leadLabels = { owner, phone, industry, description };
