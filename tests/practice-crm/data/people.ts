import { industries, ratings, sources } from '../schema/sales.ts';
import type { Row } from '../types.ts';
import {
  companies,
  countryNames,
  koreanTitles,
  leadCompanies,
  people,
  titles,
  type Country,
  type RepLanguage,
} from './names.ts';
import type { Random } from './random.ts';
import { insertRow, text, type WriteContext } from './store.ts';

/** Who works here, once generated. */
export interface Team {
  readonly me: Row;
  readonly sdr: Row;
  readonly manager: Row;
  readonly colleagues: readonly Row[];
}

const dialling: Readonly<Record<Country, (r: Random) => string>> = {
  US: (r) => `+1 (${r.pick(['614', '503', '512', '303', '412'])}) 555-01${pad(r.int(0, 99))}`,
  CA: (r) => `+1 (${r.pick(['604', '306'])}) 555-01${pad(r.int(0, 99))}`,
  GB: (r) => `+44 1632 960${r.int(100, 999)}`,
  DE: (r) => `+49 30 23125 ${r.int(100, 999)}`,
  FR: (r) => `+33 1 99 00 ${pad(r.int(10, 99))} ${pad(r.int(10, 99))}`,
  KR: (r) => `+82 2-555-${r.int(1000, 9999)}`,
  NL: (r) => `+31 85 888 ${r.int(1000, 9999)}`,
  SE: (r) => `+46 8 465 004 ${pad(r.int(10, 99))}`,
  ES: (r) => `+34 910 555 ${r.int(100, 999)}`,
  JP: (r) => `+81 3-5550-${r.int(1000, 9999)}`,
};

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

/** The nth name of a country: given and family names of different people in the pool, so that few repeat. */
function person(country: Country, n: number): readonly [string, string] {
  const pool = people[country];
  const given = n % pool.length;
  const family = (given + 1 + (Math.floor(n / pool.length) % (pool.length - 1))) % pool.length;
  return [pool[given]![0], pool[family]![1]];
}

/** The language a rep writes notes in. */
export function languageOf(user: Row): RepLanguage {
  const language = text(user, 'LocaleSidKey').slice(0, 2);
  return language === 'de' || language === 'ko' ? language : 'en';
}

function ascii(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
  return plain.replace(/^\.+|\.+$/g, '');
}

export function createTeam(base: Omit<WriteContext, 'actor'>): Team {
  const ctx = { ...base, actor: '' };
  function add(first: string, last: string, title: string, zone: string, locale: string, name?: string): Row {
    const row = insertRow(ctx, 'User', {
      FirstName: first,
      LastName: last,
      Name: name ?? `${first} ${last}`,
      Username: `${ascii(`${first} ${last}`)}@northwind.example`,
      Email: `${ascii(`${first} ${last}`)}@northwind.example`,
      Title: title,
      Department: 'Sales',
      IsActive: true,
      TimeZoneSidKey: zone,
      LocaleSidKey: locale,
      LanguageLocaleKey: locale === 'ko_KR' ? 'ko' : locale,
      UserType: 'Standard',
    });
    row['CreatedById'] = row['LastModifiedById'] = row.Id;
    return row;
  }
  const manager = add('Seo-yeon', 'Kim', 'Sales Manager', 'Asia/Seoul', 'ko_KR', 'Kim Seo-yeon');
  const me = add('Alex', 'Morgan', 'Account Executive', 'America/New_York', 'en_US');
  const sdr = add('Sam', 'Okafor', 'Sales Development Rep', 'Europe/London', 'en_US');
  const colleagues = [
    add('Hannah', 'Vogel', 'Account Executive', 'Europe/Berlin', 'de_DE'),
    add('Jordan', 'Silva', 'Account Executive', 'America/Chicago', 'en_US'),
  ];
  for (const row of [me, sdr, ...colleagues]) row['ManagerId'] = manager.Id;
  return { me, sdr, manager, colleagues };
}

/** The org's currency, and whether records may have another. */
export interface OrgMoney {
  readonly currency: 'USD' | 'EUR' | 'KRW';
  readonly multiCurrency: boolean;
}

/** Amounts are thought of in dollars or euros; a won amount has three zeros more. */
export function scaleOf(row: Row): number {
  return row['CurrencyIsoCode'] === 'KRW' ? 1000 : 1;
}

function currencyOf(country: Country, money: OrgMoney): string {
  if (!money.multiCurrency) return money.currency;
  return country === 'KR' ? 'KRW' : ['DE', 'FR', 'NL', 'ES'].includes(country) ? 'EUR' : money.currency;
}

export function createAccounts(ctx: WriteContext, r: Random, team: Team, money: OrgMoney): Row[] {
  return companies.map(([name, country, city, street, postal, domain], index) => {
    const owner = index % 5 === 3 ? team.colleagues[0]! : index % 5 === 4 ? team.colleagues[1]! : team.me;
    return insertRow(ctx, 'Account', {
      Name: name,
      OwnerId: owner.Id,
      Type: r.pick(['Prospect', 'Customer', 'Customer']),
      Phone: dialling[country](r),
      Website: `https://www.${domain}`,
      Industry: r.pick(industries),
      NumberOfEmployees: r.int(2, 90) * 20,
      AnnualRevenue: r.int(4, 300) * 500_000 * (currencyOf(country, money) === 'KRW' ? 1000 : 1),
      Rating: r.pick(ratings),
      BillingStreet: street,
      BillingCity: city,
      BillingPostalCode: postal,
      BillingCountry: countryNames[country],
      CurrencyIsoCode: currencyOf(country, money),
    });
  });
}

export function countryOf(account: Row): Country {
  const found = Object.entries(countryNames).find(([, name]) => name === account['BillingCountry']);
  return (found?.[0] ?? 'US') as Country;
}

/** Two or three contacts per account, about ninety in all. */
export function createContacts(ctx: WriteContext, r: Random, accounts: readonly Row[]): Row[] {
  return accounts.flatMap((account, index) => {
    const country = countryOf(account);
    return Array.from({ length: index % 4 === 0 ? 3 : 2 }, (_, i) => {
      const [first, last] = person(country, index * 3 + i);
      const domain = text(account, 'Website').replace('https://www.', '');
      return insertRow(ctx, 'Contact', {
        FirstName: first,
        LastName: last,
        AccountId: account.Id,
        OwnerId: account['OwnerId'] ?? ctx.actor,
        Title: country === 'KR' ? r.pick(koreanTitles) : r.pick(titles),
        Department: r.pick(['Operations', 'IT', 'Finance', 'Procurement']),
        Phone: dialling[country](r),
        MobilePhone: r.chance(0.5) ? dialling[country](r) : null,
        Email: `${ascii(`${first} ${last}`) || `contact${index}${i}`}@${domain}`,
        LeadSource: r.pick(sources),
        MailingCity: account['BillingCity'] ?? null,
        MailingCountry: account['BillingCountry'] ?? null,
      });
    });
  });
}

/** 120 leads: most are the SDR's, a tail the AE's own; ages spread over 90 days by `createdAt`. */
export function createLeads(
  ctx: WriteContext,
  r: Random,
  team: Team,
  createdAt: (i: number) => number,
): Row[] {
  const rotation: readonly Country[] = [
    'US',
    'GB',
    'US',
    'DE',
    'KR',
    'US',
    'FR',
    'NL',
    'US',
    'JP',
    'SE',
    'ES',
    'CA',
  ];
  return Array.from({ length: 120 }, (_, i) => {
    const country: Country = i === 0 || i === 1 ? 'US' : i === 2 ? 'KR' : rotation[i % rotation.length]!;
    const [first, last] = i === 0 ? (['Dana', 'Ruiz'] as const) : person(country, i + 131);
    const company = leadCompanies[country][i < 3 ? 0 : Math.floor(i / 2) % leadCompanies[country].length]!;
    const domain = `${ascii(company).replaceAll('.', '') || `company${i}`}.example`;
    const status = i < 3 ? 'Working - Contacted' : r.weighted(leadMix);
    return insertRow({ ...ctx, at: createdAt(i), actor: team.sdr.Id }, 'Lead', {
      FirstName: first,
      LastName: last,
      Company: company,
      OwnerId: i === 1 || i % 6 === 5 ? team.me.Id : i % 17 === 4 ? team.colleagues[0]!.Id : team.sdr.Id,
      Title: country === 'KR' ? r.pick(koreanTitles) : r.pick(titles),
      Phone: dialling[country](r),
      MobilePhone: r.chance(0.4) ? dialling[country](r) : null,
      Email: `${ascii(`${first} ${last}`) || `info${i}`}@${domain}`,
      Website: `https://www.${domain}`,
      Status: status,
      LeadSource: r.pick(sources),
      Rating: r.pick(ratings),
      Industry: r.pick(industries),
      NumberOfEmployees: r.int(1, 60) * 10,
      City: companies.find(([, c]) => c === country)?.[2] ?? null,
      Country: countryNames[country],
      DoNotCall: i > 3 && r.chance(0.02),
    });
  });
}

const leadMix = {
  'Open - Not Contacted': 30,
  'Working - Contacted': 48,
  'Closed - Converted': 10,
  'Closed - Not Converted': 12,
} as const;
