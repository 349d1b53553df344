import { pageWords } from '../data/words.ts';
import { field, object, readOnly, reference } from './fields.ts';
import { industries, leadLabels, ratings, sources } from './sales.ts';
import { leadStatuses } from './stages.ts';

const name = ['Name', 'Name', '이름', 'Nom'] as const;
const company = ['Company', 'Firma', '회사', 'Société'] as const;
const title = ['Title', 'Funktion', '직책', 'Titre'] as const;
const mobile = ['Mobile', 'Mobil', '휴대폰', 'Mobile'] as const;
const email = ['Email', 'E-Mail', '이메일', 'E-mail'] as const;
const source = ['Lead Source', 'Leadquelle', '리드 출처', 'Origine de la piste'] as const;
const lastActivity = ['Last Activity', 'Letzte Aktivität', '마지막 활동', 'Dernière activité'] as const;

export const lead = object('Lead', pageWords.Lead, pageWords.Leads, [
  field('Name', 'string', name, readOnly),
  field('FirstName', 'string', ['First Name', 'Vorname', '이름', 'Prénom'], { length: 40 }),
  field('LastName', 'string', ['Last Name', 'Nachname', '성', 'Nom'], { required: true, length: 80 }),
  field('Company', 'string', company, { required: true }),
  field('Title', 'string', title, { length: 128 }),
  field('Phone', 'phone', leadLabels.phone),
  field('MobilePhone', 'phone', mobile),
  field('Email', 'email', email),
  field('Website', 'url', 'Website'),
  field('Status', 'picklist', ['Lead Status', 'Leadstatus', '리드 상태', 'Statut de la piste'], {
    required: true,
    restricted: true,
    values: leadStatuses,
    defaultValue: 'Open - Not Contacted',
  }),
  field('LeadSource', 'picklist', source, { values: sources }),
  field('Rating', 'picklist', ['Rating', 'Bewertung', '등급', 'Évaluation'], { values: ratings }),
  field('Industry', 'picklist', leadLabels.industry, { values: industries }),
  field('NumberOfEmployees', 'int', ['No. of Employees', 'Mitarbeiterzahl', '직원 수', 'Nb d’employés']),
  field('City', 'string', ['City', 'Ort', '시', 'Ville'], { length: 40 }),
  field('Country', 'string', ['Country', 'Land', '국가', 'Pays'], { length: 80 }),
  field('Description', 'textarea', leadLabels.description),
  reference('OwnerId', ['Lead Owner', 'Leadinhaber', '리드 소유자', 'Propriétaire de la piste'], ['User']),
  field('IsConverted', 'boolean', 'Converted', readOnly),
  field('DoNotCall', 'boolean', ['Do Not Call', 'Nicht anrufen', '전화 금지', 'Ne pas appeler']),
  reference('ConvertedOpportunityId', 'Converted Opportunity', ['Opportunity'], readOnly),
  field('LastActivityDate', 'date', lastActivity, readOnly),
]);

export const contact = object('Contact', pageWords.Contact, pageWords.Contacts, [
  field('Name', 'string', name, readOnly),
  field('FirstName', 'string', ['First Name', 'Vorname', '이름', 'Prénom'], { length: 40 }),
  field('LastName', 'string', ['Last Name', 'Nachname', '성', 'Nom'], { required: true, length: 80 }),
  reference('AccountId', ['Account Name', 'Accountname', '계정 이름', 'Nom du compte'], ['Account']),
  field('Title', 'string', title, { length: 128 }),
  field('Department', 'string', ['Department', 'Abteilung', '부서', 'Service'], { length: 80 }),
  field('Phone', 'phone', leadLabels.phone),
  field('MobilePhone', 'phone', mobile),
  field('Email', 'email', email),
  field('LeadSource', 'picklist', source, { values: sources }),
  field('MailingCity', 'string', 'Mailing City', { length: 40 }),
  field('MailingCountry', 'string', 'Mailing Country', { length: 80 }),
  field('Description', 'textarea', leadLabels.description),
  reference(
    'OwnerId',
    ['Contact Owner', 'Kontaktinhaber', '연락처 소유자', 'Propriétaire du contact'],
    ['User'],
  ),
  field('DoNotCall', 'boolean', ['Do Not Call', 'Nicht anrufen', '전화 금지', 'Ne pas appeler']),
  field('LastActivityDate', 'date', lastActivity, readOnly),
]);

export const user = object(
  'User',
  'User',
  'Users',
  [
    field('Name', 'string', name, readOnly),
    field('FirstName', 'string', 'First Name'),
    field('LastName', 'string', 'Last Name'),
    field('Username', 'string', 'Username'),
    field('Email', 'email', email),
    field('Title', 'string', title),
    field('Department', 'string', 'Department'),
    field('IsActive', 'boolean', 'Active'),
    field('TimeZoneSidKey', 'picklist', 'Time Zone'),
    field('LocaleSidKey', 'picklist', 'Locale'),
    field('LanguageLocaleKey', 'picklist', 'Language'),
    reference('ManagerId', 'Manager', ['User']),
    field('UserType', 'picklist', 'User Type', readOnly),
  ],
  { writable: false },
);
