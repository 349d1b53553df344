import type { Cell, Row } from '../types.ts';
import { addDays, instantAt, isWorkingDay } from './days.ts';
import { callRemarks } from './names.ts';
import { languageOf, type Team } from './people.ts';
import type { Random } from './random.ts';
import { insertRow, text, type WriteContext } from './store.ts';

/** Shares of call outcomes, per hundred dials, for cold and for known numbers. Invented, in a plausible range. */
const coldMix = {
  'No answer': 58,
  'Left voicemail': 15,
  Gatekeeper: 5,
  'Not interested': 5,
  'Call back': 5,
  Conversation: 7,
  'Meeting booked': 2,
  'Wrong number': 2,
  'Do not call': 1,
} as const;
const warmMix = {
  ...coldMix,
  'No answer': 34,
  Conversation: 30,
  'Meeting booked': 5,
  'Wrong number': 0,
  'Do not call': 0,
};
type Outcome = keyof typeof coldMix;

const seconds: Readonly<Record<Outcome, readonly [number, number]>> = {
  'No answer': [12, 40],
  'Left voicemail': [25, 60],
  Gatekeeper: [30, 120],
  'Not interested': [40, 180],
  'Call back': [30, 150],
  Conversation: [150, 900],
  'Meeting booked': [200, 1100],
  'Wrong number': [8, 40],
  'Do not call': [20, 60],
};

interface Day {
  readonly ctx: WriteContext;
  readonly r: Random;
  readonly day: string;
  readonly owner: Row;
  /** Nothing is generated after this instant. */
  readonly until: number;
}

function call(
  { ctx, r, day, owner, until }: Day,
  minute: number,
  outcome: Outcome,
  about: Record<string, Cell>,
): Row | null {
  const at = instantAt(text(owner, 'TimeZoneSidKey'), day, minute) + r.int(0, 59) * 1000;
  const duration = r.int(...seconds[outcome]);
  const savedAt = at + duration * 1000 + r.int(8, 70) * 1000;
  if (savedAt >= until) return null;
  const talked = outcome === 'Conversation' || outcome === 'Meeting booked';
  return insertRow({ ...ctx, actor: owner.Id, at: savedAt }, 'Task', {
    Subject: 'Call',
    Status: 'Completed',
    Priority: 'Normal',
    TaskSubtype: 'Call',
    Type: 'Call',
    CallType: 'Outbound',
    CallDisposition: outcome,
    CallDurationInSeconds: duration,
    ActivityDate: day,
    OwnerId: owner.Id,
    Description: talked && r.chance(0.7) ? r.pick(callRemarks[languageOf(owner)]) : null,
    ...about,
  });
}

function minutes(r: Random, count: number): number[] {
  // Two busy stretches, 9–12 and 13:30–17:30, as most dialling days look.
  return Array.from({ length: count }, () => (r.chance(0.48) ? r.int(540, 715) : r.int(810, 1045))).sort(
    (a, b) => a - b,
  );
}

function followUp(
  { ctx, r, owner, until, day }: Day,
  about: Record<string, Cell>,
  dueIn: number,
  subject: string,
): void {
  const at = Math.min(instantAt(text(owner, 'TimeZoneSidKey'), day, r.int(560, 1040)), until - 30_000);
  insertRow({ ...ctx, actor: owner.Id, at }, 'Task', {
    Subject: subject,
    Priority: r.chance(0.2) ? 'High' : 'Normal',
    ActivityDate: addDays(day, dueIn),
    OwnerId: owner.Id,
    ...about,
  });
}

function meeting({ ctx, r, owner, day, until }: Day, about: Record<string, Cell>): void {
  const start = instantAt(text(owner, 'TimeZoneSidKey'), day, r.pick([570, 600, 660, 840, 900, 960]));
  const length = r.pick([30, 45, 60]);
  insertRow({ ...ctx, actor: owner.Id, at: Math.min(start - 3 * 86_400_000, until - 60_000) }, 'Event', {
    Subject: r.pick(['Discovery', 'Demo', 'Review of the quote', 'Kick-off planning']),
    StartDateTime: new Date(start).toISOString(),
    EndDateTime: new Date(start + length * 60_000).toISOString(),
    ActivityDate: day,
    DurationInMinutes: length,
    Type: 'Meeting',
    OwnerId: owner.Id,
    ...about,
  });
}

/** Ninety days of dials, follow-ups and meetings up to `until` (UTC ms). The known lead gets its three tries last. */
export function createActivities(
  ctx: WriteContext,
  r: Random,
  today: string,
  until: number,
  team: Team,
  leads: readonly Row[],
  deals: readonly Row[],
): void {
  const known = leads[0]!;
  const sdrLeads = leads.filter((l) => l['OwnerId'] === team.sdr.Id && l !== known);
  for (let ago = 90; ago >= 0; ago -= 1) {
    const day = addDays(today, -ago);
    if (!isWorkingDay(day)) continue;
    const born = (row: Row): boolean => text(row, 'CreatedDate') < `${day}T23`;
    const sdrDay: Day = { ctx, r, day, owner: team.sdr, until };
    const pool = sdrLeads.filter(born);
    for (const minute of minutes(r, pool.length ? r.int(16, 30) : 0)) {
      const lead = r.pick(pool);
      const outcome = r.weighted(coldMix);
      if (!call(sdrDay, minute, outcome, { WhoId: lead.Id })) break;
      if (outcome === 'Call back' && ago < 30) followUp(sdrDay, { WhoId: lead.Id }, r.int(1, 6), 'Call back');
    }
    for (const owner of [team.me, ...team.colleagues, team.manager])
      workDeals({ ctx, r, day, owner, until }, deals, ago);
  }
  knownTries(ctx, r, today, until, team, known);
}

function workDeals(day: Day, deals: readonly Row[], ago: number): void {
  const { r, owner } = day;
  const live = deals.filter((d) => d['OwnerId'] === owner.Id && text(d, 'CreatedDate') < `${day.day}T23`);
  const current = live.filter((d) => d['IsClosed'] === false || text(d, 'CloseDate') >= day.day);
  if (current.length === 0) return;
  const about = (deal: Row): Record<string, Cell> => ({ WhatId: deal.Id, WhoId: deal['ContactId'] ?? null });
  for (const minute of minutes(r, owner['Title'] === 'Sales Manager' ? r.int(0, 2) : r.int(3, 9))) {
    if (!call(day, minute, r.weighted(warmMix), about(r.pick(current)))) break;
  }
  if (r.chance(0.7)) meeting(day, about(r.pick(current)));
  if (ago < 12 && r.chance(0.6))
    followUp(day, about(r.pick(current)), r.int(0, 8), r.pick(['Send quote', 'Call', 'Chase legal']));
}

/** Three tries after 15:00 without an answer, on the last three working days before today. */
function knownTries(ctx: WriteContext, r: Random, today: string, until: number, team: Team, lead: Row): void {
  let day = today;
  for (let tries = 0; tries < 3; tries += 1) {
    do day = addDays(day, -1);
    while (!isWorkingDay(day));
    call({ ctx, r, day, owner: team.sdr, until }, 910 + tries * 20, 'No answer', { WhoId: lead.Id });
  }
}
