import { openStages, stageNamed } from '../schema/stages.ts';
import { sources } from '../schema/sales.ts';
import type { Cell, Row } from '../types.ts';
import { addDays, instantAt, toWorkingDay } from './days.ts';
import { nextSteps, products } from './names.ts';
import { languageOf, scaleOf, type Team } from './people.ts';
import type { Random } from './random.ts';
import { insertRow, text, updateRow, type WriteContext } from './store.ts';

interface Story {
  readonly owner: Row;
  readonly account: Row;
  readonly contact: Row | null;
  readonly name: string;
  readonly amount: number | null;
  /** Days before today the deal was opened. */
  readonly age: number;
  /** Last stage reached, and days before today of that change. */
  readonly reached: string;
  readonly reachedAgo: number;
  /** Days from today; negative has passed. */
  readonly closeIn: number;
  /** Days before today on which the close date was moved out by about a month each. */
  readonly pushedAgo: readonly number[];
  readonly nextStep: string | null;
}

/** Lives a deal's life in order, so that both histories are what the fields say. */
function tell(ctx: WriteContext, r: Random, today: string, story: Story): Row {
  const zone = text(story.owner, 'TimeZoneSidKey');
  const atDay = (ago: number): WriteContext => ({
    ...ctx,
    actor: story.owner.Id,
    at: Math.min(instantAt(zone, toWorkingDay(addDays(today, -ago)), r.int(540, 1020)), ctx.at - 60_000),
  });
  const scale = scaleOf(story.account);
  const amount = story.amount === null ? null : scale === 1 ? story.amount : Math.round(story.amount) * scale;
  const closeDate = addDays(today, story.closeIn);
  const firstClose = addDays(closeDate, -31 * story.pushedAgo.length);
  const row = insertRow(atDay(story.age), 'Opportunity', {
    Name: story.name,
    AccountId: story.account.Id,
    ContactId: story.contact?.Id ?? null,
    StageName: 'Prospecting',
    Amount: amount === null ? null : Math.round((amount * 0.8) / 100) * 100,
    CloseDate: firstClose,
    Type: r.pick(['New Customer', 'New Customer', 'Expansion', 'Renewal']),
    LeadSource: r.pick(sources),
    OwnerId: story.owner.Id,
    CurrencyIsoCode: story.account['CurrencyIsoCode'] ?? null,
  });
  type Change = { ago: number; fields: Record<string, Cell> };
  const last = openStages.indexOf(story.reached);
  const path =
    last === -1 ? [...openStages.slice(1, r.int(3, 5)), story.reached] : openStages.slice(1, last + 1);
  const changes: Change[] = path.map((stage, i) => ({
    ago: Math.round(story.age - ((story.age - story.reachedAgo) * (i + 1)) / path.length),
    fields: { StageName: stage, ...(i === 0 ? { Amount: amount } : {}) },
  }));
  if (path.length === 0) changes.push({ ago: story.reachedAgo, fields: { Amount: amount } });
  story.pushedAgo.forEach((ago, i) => {
    changes.push({
      ago,
      fields: { CloseDate: i === story.pushedAgo.length - 1 ? closeDate : addDays(firstClose, 31) },
    });
  });
  changes.sort((a, b) => b.ago - a.ago);
  for (const { ago, fields } of changes) updateRow(atDay(ago), 'Opportunity', row, fields);
  if (stageNamed(story.reached).closed) row['NextStep'] = null;
  else row['NextStep'] = story.nextStep;
  return row;
}

export interface Deals {
  readonly all: Row[];
  readonly deal: Row;
  readonly otherDeal: Row;
  readonly lateDeal: Row;
}

/** Sixty deals of `me` and some thirty of others; the three known ones first. `today` is a civil day. */
export function createDeals(
  ctx: WriteContext,
  r: Random,
  today: string,
  team: Team,
  accounts: readonly Row[],
  contactsOf: (account: Row) => readonly Row[],
): Deals {
  const base = { pushedAgo: [], contact: null } as const;
  const halden = accounts[0]!;
  const deal = tell(ctx, r, today, {
    ...base,
    owner: team.me,
    account: halden,
    contact: contactsOf(halden)[0] ?? null,
    name: 'Halden Logistics – Platform',
    amount: 48_000,
    age: 74,
    reached: 'Proposal/Price Quote',
    reachedAgo: 18,
    closeIn: 16,
    pushedAgo: [40, 9],
    nextStep: null,
  });
  const otherDeal = tell(ctx, r, today, {
    ...base,
    owner: team.colleagues[0]!,
    account: accounts[8]!,
    contact: contactsOf(accounts[8]!)[0] ?? null,
    name: 'Steinbrück Antriebstechnik – Werk Zwickau',
    amount: 126_500,
    age: 51,
    reached: 'Negotiation/Review',
    reachedAgo: 6,
    closeIn: 21,
    nextStep: 'Referenzgespräch vereinbaren',
  });
  const lateDeal = tell(ctx, r, today, {
    ...base,
    owner: team.me,
    account: accounts[15]!,
    contact: contactsOf(accounts[15]!)[0] ?? null,
    name: '새벽빛유통 – 물류 플랫폼',
    amount: 32_750,
    age: 63,
    reached: 'Needs Analysis',
    reachedAgo: 29,
    closeIn: -8,
    nextStep: '보안 심의 자료 전달',
  });
  const all = [deal, otherDeal, lateDeal];
  const plan: [Row, number][] = [
    [team.me, 58],
    [team.colleagues[0]!, 15],
    [team.colleagues[1]!, 12],
    [team.manager, 3],
  ];
  for (const [owner, count] of plan) {
    for (let i = 0; i < count; i += 1)
      all.push(tell(ctx, r, today, chanceStory(r, owner, i, accounts, contactsOf)));
  }
  return { all, deal, otherDeal, lateDeal };
}

function chanceStory(
  r: Random,
  owner: Row,
  i: number,
  accounts: readonly Row[],
  contactsOf: (account: Row) => readonly Row[],
): Story {
  const account = accounts[(i * 13 + r.int(0, 3)) % accounts.length]!;
  const outcome = r.weighted({ open: 38, won: 33, lost: 29 });
  const closedAgo = r.int(1, 88);
  const age = outcome === 'open' ? r.int(4, 120) : closedAgo + r.int(14, 75);
  const reached = outcome === 'open' ? r.pick(openStages) : outcome === 'won' ? 'Closed Won' : 'Closed Lost';
  const reachedAgo = outcome === 'open' ? r.int(1, Math.max(1, Math.floor(age / 2))) : closedAgo;
  const pushes = outcome === 'open' && age > 40 ? r.weighted({ none: 60, once: 25, twice: 15 }) : 'none';
  const raw = r.weighted({ small: 45, middle: 40, large: 15 });
  const amount =
    raw === 'small' ? r.int(40, 180) * 100 : raw === 'middle' ? r.int(18, 75) * 1000 : r.int(80, 240) * 1000;
  return {
    owner,
    account,
    contact: r.chance(0.8) ? r.pick(contactsOf(account)) : null,
    name: `${text(account, 'Name')} – ${r.pick(products)}`,
    amount: outcome !== 'won' && r.chance(0.06) ? null : r.chance(0.1) ? amount + 0.5 : amount,
    age,
    reached,
    reachedAgo,
    closeIn: outcome === 'open' ? (r.chance(0.16) ? -r.int(1, 25) : r.int(1, 100)) : -closedAgo,
    pushedAgo: pushes === 'none' ? [] : pushes === 'once' ? [r.int(2, 20)] : [r.int(22, 38), r.int(2, 18)],
    nextStep: r.chance(0.36) ? null : r.pick(nextSteps[languageOf(owner)]),
  };
}
