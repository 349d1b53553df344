import type { RawReading } from '@/lib/domain/record';
import type { ApiAdapter, ApiResult, ListedActivity, Reach } from '../contract';
import { expectedOf, REVISION } from './fields';
import { canonicalId } from './ids';
import { refOf } from './locate';
import { plain } from './plain';
import { askedOf, listedDeal, rawFields, type UiFields } from './rows';
import { ask, DATA, failed, queryPath, quoted, VERSION } from './talk';
import { taskOf } from './task';

interface QueryAnswer {
  readonly totalSize: number;
  readonly nextRecordsUrl?: string;
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

const DEAL_COLUMNS =
  'Id, Name, Amount, StageName, CloseDate, OwnerId, Owner.Name, AccountId, Account.Name, NextStep, Probability, CreatedDate, IsClosed, IsWon';
/** A day's own tasks beyond this many pages are somebody's import. */
const MAX_PAGES = 10;

/**
 * Salesforce by the page's own session. Lightning's own hosts do not let it through (they redirect or answer 401):
 * then `probe` says so and the instance stays without connection. No token and no cookie is ever read.
 */
export const salesforceApi: ApiAdapter = {
  kind: 'salesforce',
  carrier: 'page',
  async probe(reach) {
    const versions = await ask<readonly { version?: string }[]>(reach, '/services/data/');
    if (!versions.ok) return versions;
    const known =
      Array.isArray(versions.value) && versions.value.some(({ version }) => `v${version}` === VERSION);
    if (!known) return failed('unsupported', `This CRM does not offer API ${VERSION}.`);
    const me = await salesforceApi.whoami(reach);
    if (!me.ok) return me;
    const org = await ask<Organization>(reach, `${DATA}/connect/organization`);
    if (!org.ok) return org;
    const { orgId, features } = org.value;
    // An org with several currencies names one on each record instead.
    const currency = features?.multiCurrency ? null : (features?.defaultCurrencyIsoCode ?? null);
    return { ok: true, value: { tenant: canonicalId(orgId ?? ''), currency } };
  },
  async whoami(reach) {
    const me = await ask<{ id?: string; name?: string }>(reach, `${DATA}/chatter/users/me`);
    if (!me.ok) return me;
    const remoteId = canonicalId(me.value.id ?? '');
    if (!remoteId) return failed('unsupported', 'The CRM did not say who is signed in.');
    return { ok: true, value: { remoteId, name: (me.value.name ?? '').slice(0, 200), aliases: [] } };
  },
  async read(reach, ref) {
    const fields = encodeURIComponent(askedOf(ref).join(','));
    const path = `${DATA}/ui-api/records/${encodeURIComponent(ref.remoteId)}?optionalFields=${fields}`;
    const record = await ask<{ apiName?: string; fields?: UiFields }>(reach, path);
    if (!record.ok) return record;
    if (record.value.apiName !== ref.api) return failed('refused', `This id is not of a ${ref.api}.`);
    const reading: RawReading = {
      ref,
      adapter: 'salesforce',
      revision: REVISION,
      source: 'api',
      fields: rawFields(ref.api, record.value.fields ?? {}),
      expected: [...expectedOf(ref)],
      fallbacks: [],
      language: null,
      locale: null,
      zone: null,
    };
    return { ok: true, value: reading };
  },
  async listMine(reach, owner, since, cursor) {
    const answer = await deals(reach, [owner.remoteId, ...owner.aliases], since, cursor);
    if (!answer.ok) return answer;
    const { records, nextRecordsUrl, totalSize } = answer.value;
    return {
      ok: true,
      value: { deals: records.flatMap(listedDeal), next: nextRecordsUrl ?? null, total: totalSize },
    };
  },
  async activitiesOf(reach, owner, day) {
    if (!isDay(day)) return failed('refused', `Not a day: ${day}`);
    const soql = `SELECT Id, Subject, ActivityDate, CallObject, WhoId, WhatId FROM Task WHERE OwnerId = ${quoted(owner.remoteId)} AND ActivityDate = ${day} AND IsClosed = true ORDER BY Id`;
    const found: ListedActivity[] = [];
    let path: string | undefined = queryPath(soql);
    for (let page = 0; path !== undefined && page < MAX_PAGES; page += 1) {
      const answer: ApiResult<QueryAnswer> = await ask<QueryAnswer>(reach, path);
      if (!answer.ok) return answer;
      found.push(...answer.value.records.map(listedActivity));
      path = answer.value.nextRecordsUrl;
    }
    if (path !== undefined) return failed('unsupported', 'More activities on one day than can be compared.');
    return { ok: true, value: found };
  },
  async write(reach, write) {
    const status = await closedStatus(reach);
    if (!status.ok) return status;
    const made = await ask<{ id?: string; success?: boolean }>(
      reach,
      `${DATA}/sobjects/Task`,
      taskOf(write, status.value),
    );
    if (!made.ok) return made;
    const remoteId = canonicalId(made.value.id ?? '');
    return remoteId
      ? { ok: true, value: { remoteId } }
      : failed('refused', 'The CRM did not say what it stored.');
  },
  async find(reach, write) {
    const soql = `SELECT Id FROM Task WHERE CallObject = ${quoted(write.reference)} LIMIT 1`;
    const answer = await ask<QueryAnswer>(reach, queryPath(soql));
    if (!answer.ok) return answer;
    const remoteId = canonicalId(plain(answer.value.records[0]?.['Id']));
    return { ok: true, value: remoteId ? { remoteId } : null };
  },
};

interface Organization {
  readonly orgId?: string;
  readonly features?: { readonly multiCurrency?: boolean; readonly defaultCurrencyIsoCode?: string };
}

/**
 * Open deals of these users and those whose close date is not before `since` (a civil day). `cursor` is where
 * Salesforce said to go on; nothing else is followed.
 */
async function deals(
  reach: Reach,
  owners: readonly string[],
  since: string,
  cursor: string | null,
): Promise<ApiResult<QueryAnswer>> {
  if (cursor !== null) {
    if (!/^\/services\/data\/v\d+\.0\/query\/[\w-]+$/.test(cursor))
      return failed('refused', 'Not a place to go on.');
    return ask<QueryAnswer>(reach, cursor);
  }
  if (!isDay(since)) return failed('refused', `Not a day: ${since}`);
  const mine = owners.map(quoted).join(', ');
  const rest = `FROM Opportunity WHERE OwnerId IN (${mine}) AND (IsClosed = false OR CloseDate >= ${since}) ORDER BY Id`;
  // Only orgs with several currencies have the column; the others refuse the whole query for it.
  const answer = await ask<QueryAnswer>(reach, queryPath(`SELECT ${DEAL_COLUMNS}, CurrencyIsoCode ${rest}`));
  if (answer.ok || !answer.fault.message.includes('CurrencyIsoCode')) return answer;
  return ask<QueryAnswer>(reach, queryPath(`SELECT ${DEAL_COLUMNS} ${rest}`));
}

/** The org's own word for "done": its list of task statuses can be renamed. */
async function closedStatus(reach: Reach): Promise<ApiResult<string>> {
  const answer = await ask<QueryAnswer>(
    reach,
    queryPath('SELECT ApiName FROM TaskStatus WHERE IsClosed = true ORDER BY SortOrder'),
  );
  if (!answer.ok) return answer;
  const names = answer.value.records.map((row) => plain(row['ApiName']));
  const name = names.find((one) => one === 'Completed') ?? names[0];
  return name
    ? { ok: true, value: name }
    : failed('refused', 'This CRM has no status for a task that is done.');
}

function listedActivity(row: Readonly<Record<string, unknown>>): ListedActivity {
  const about = [row['WhatId'], row['WhoId']].map((id) => refOf(plain(id))).find((ref) => ref !== null);
  return {
    remoteId: plain(row['Id']),
    record: about ?? null,
    reference: typeof row['CallObject'] === 'string' ? row['CallObject'] : null,
    subject: plain(row['Subject']),
    // A task has a day only; when it was ticked off is not when the call was.
    at: null,
    day: plain(row['ActivityDate']),
  };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
