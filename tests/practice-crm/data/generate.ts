import { leadStatuses, stages, taskStatuses } from '../schema/stages.ts';
import type { KnownRecords, Row, Tables } from '../types.ts';
import { createActivities } from './activities.ts';
import { addDays, dayIn, instantAt, toWorkingDay } from './days.ts';
import { createDeals } from './deals.ts';
import { createIds } from './ids.ts';
import { createAccounts, createContacts, createLeads, createTeam, type OrgMoney } from './people.ts';
import { createRandom } from './random.ts';
import { emptyTables, insertRow, type WriteContext } from './store.ts';

export interface Generated {
  readonly tables: Tables;
  readonly newId: ReturnType<typeof createIds>;
  readonly known: KnownRecords;
  readonly orgId: string;
}

function createCatalogues(ctx: WriteContext): string {
  stages.forEach((stage, i) => {
    insertRow(ctx, 'OpportunityStage', {
      ApiName: stage.name,
      MasterLabel: stage.name,
      SortOrder: i + 1,
      IsActive: true,
      IsClosed: stage.closed,
      IsWon: stage.won,
      DefaultProbability: stage.probability,
      ForecastCategory: stage.forecast.replace(' ', ''),
      ForecastCategoryName: stage.forecast,
    });
  });
  taskStatuses.forEach((name, i) => {
    insertRow(ctx, 'TaskStatus', {
      ApiName: name,
      MasterLabel: name,
      SortOrder: i + 1,
      IsClosed: name === 'Completed',
      IsDefault: i === 0,
    });
  });
  return insertRow(ctx, 'Organization', {
    Name: 'Northwind Sales',
    IsSandbox: false,
    OrganizationType: 'Enterprise Edition',
    InstanceName: 'PRACTICE1',
    TimeZoneSidKey: 'America/New_York',
    DefaultLocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    FiscalYearStartMonth: 1,
  }).Id;
}

/** The whole CRM up to `now`, the same for the same seed, instant and currencies. */
export function generate(seed: number, now: Date, money: OrgMoney): Generated {
  const r = createRandom(seed);
  const tables = emptyTables();
  const newId = createIds();
  const longAgo = { tables, newId, at: now.getTime() - 200 * 86_400_000 };
  const team = createTeam(longAgo);
  const ctx: WriteContext = { ...longAgo, actor: team.manager.Id };
  const orgId = createCatalogues(ctx);
  const zone = 'America/New_York';
  const today = dayIn(zone, now);
  const accounts = createAccounts(ctx, r, team, money);
  const contacts = createContacts(ctx, r, accounts);
  const leads = createLeads(ctx, r, team, (i) => {
    const ago = i < 3 ? 12 : 92 - Math.floor((i / 120) * 91);
    return instantAt('Europe/London', toWorkingDay(addDays(today, -ago)), 480 + (i % 50));
  });
  for (const lead of leads) lead['IsConverted'] = lead['Status'] === leadStatuses[2];
  const live: WriteContext = { ...ctx, at: now.getTime() };
  const contactsOf = (account: Row): Row[] => contacts.filter((c) => c['AccountId'] === account.Id);
  const deals = createDeals(live, r, today, team, accounts, contactsOf);
  createActivities(live, r, today, now.getTime(), team, leads, deals.all);
  return {
    tables,
    newId,
    orgId,
    known: {
      me: team.me.Id,
      sdr: team.sdr.Id,
      manager: team.manager.Id,
      colleague: team.colleagues[0]!.Id,
      deal: deals.deal.Id,
      otherDeal: deals.otherDeal.Id,
      lateDeal: deals.lateDeal.Id,
      lead: leads[0]!.Id,
      myLead: leads[1]!.Id,
      koreanLead: leads[2]!.Id,
      contact: contacts[0]!.Id,
      account: accounts[0]!.Id,
    },
  };
}
