import { describe, expect, it } from 'vitest';
import { ApiFault } from './api/fault';
import { relativeDays } from './api/soql-dates';
import { parseSoql } from './api/soql-parse';
import { runSoql } from './api/soql-run';
import { createState } from './server';
import { text } from './data/store';

const state = createState({ now: new Date('2026-11-23T16:00:00Z') });
const { known, tables } = state;
const user = tables.User.get(known.me)!;
const viewer = { user, locale: 'en-US', zone: 'America/New_York' } as const;
const run = (q: string) => runSoql(state, parseSoql(q), viewer).records as Record<string, any>[];

function codeOf(q: string): string {
  try {
    run(q);
  } catch (error) {
    if (error instanceof ApiFault) return (error.body as { errorCode: string }[])[0]!.errorCode;
    throw error;
  }
  return 'none';
}

describe('SOQL subset', () => {
  it('selects, walks relations and gives query shapes', () => {
    const [deal] = run(
      `SELECT Id, Name, Amount, LastModifiedDate, Account.Name, Owner.Email FROM Opportunity WHERE Id = '${known.deal}'`,
    );
    expect(deal).toEqual({
      attributes: { type: 'Opportunity', url: `/services/data/v66.0/sobjects/Opportunity/${known.deal}` },
      Id: known.deal,
      Name: 'Halden Logistics – Platform',
      Amount: 48000,
      LastModifiedDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/),
      Account: {
        attributes: { type: 'Account', url: `/services/data/v66.0/sobjects/Account/${known.account}` },
        Name: 'Halden Logistics',
      },
      Owner: {
        attributes: expect.objectContaining({ type: 'User' }),
        Email: 'alex.morgan@northwind.example',
      },
    });
  });

  it('gives null for a relation that leads nowhere', () => {
    const [call] = run(`SELECT What.Name FROM Task WHERE WhoId = '${known.lead}' LIMIT 1`);
    expect(call).toMatchObject({ What: null });
  });

  it('takes 15-character ids', () => {
    expect(run(`SELECT Id FROM Lead WHERE Id = '${known.lead.slice(0, 15)}'`)).toHaveLength(1);
  });

  it('binds AND before OR, and honours brackets and NOT', () => {
    const all = run(
      "SELECT Id FROM Opportunity WHERE StageName = 'Closed Won' OR StageName = 'Closed Lost' AND Amount > 1000000000",
    );
    const won = run("SELECT Id FROM Opportunity WHERE StageName = 'Closed Won'");
    expect(all).toHaveLength(won.length);
    expect(
      run(
        "SELECT Id FROM Opportunity WHERE (StageName = 'Closed Won' OR StageName = 'Closed Lost') AND NOT IsClosed = true",
      ),
    ).toEqual([]);
    expect(run("SELECT Id FROM Opportunity WHERE StageName IN ('Closed Won', 'Closed Lost')").length).toBe(
      run('SELECT Id FROM Opportunity WHERE IsClosed = true').length,
    );
  });

  it('escapes quotes and matches LIKE without case', () => {
    const account = tables.Account.get(known.account)!;
    const before = account['Description']!;
    account['Description'] = "O'Neil\nline";
    expect(run("SELECT Id FROM Account WHERE Description = 'O\\'Neil\\nline'")).toHaveLength(1);
    account['Description'] = before;
    expect(run("SELECT Id FROM Account WHERE Name LIKE 'halden%'")).toHaveLength(1);
  });

  it('orders with nulls first, or last when told', () => {
    const amounts = (tail: string) =>
      run(`SELECT Amount FROM Opportunity ORDER BY Amount ${tail}`).map((r) => r['Amount'] as number | null);
    expect(amounts('ASC')[0]).toBeNull();
    expect(amounts('ASC NULLS LAST').at(-1)).toBeNull();
    const down = amounts('DESC NULLS LAST').filter((a) => a !== null);
    expect(down).toEqual([...down].sort((a, b) => b - a));
  });

  it("counts days of the user's zone in date literals", () => {
    const today = run(
      "SELECT CreatedDate, OwnerId FROM Task WHERE TaskSubtype = 'Call' AND CreatedDate = TODAY",
    );
    expect(today.length).toBeGreaterThan(0);
    for (const row of today)
      expect(Date.parse(row['CreatedDate'])).toBeGreaterThanOrEqual(Date.parse('2026-11-23T05:00:00Z'));
    const since = run(
      'SELECT Id FROM Opportunity WHERE LastModifiedDate >= 2026-11-16T00:00:00+01:00',
    ).length;
    const expected = [...tables.Opportunity.values()].filter(
      (d) => text(d, 'LastModifiedDate') >= '2026-11-15T23:00:00',
    ).length;
    expect(since).toBe(expected);
    expect(relativeDays('THIS_QUARTER', 0, '2026-11-23')).toEqual({ from: '2026-10-01', to: '2027-01-01' });
    expect(relativeDays('LAST_MONTH', 0, '2026-01-05')).toEqual({ from: '2025-12-01', to: '2026-01-01' });
    expect(relativeDays('LAST_N_DAYS', 7, '2026-11-23')).toEqual({ from: '2026-11-16', to: '2026-11-24' });
  });

  it('reads stages, statuses, histories, users and the organisation', () => {
    const stages = run(
      'SELECT ApiName, IsWon FROM OpportunityStage WHERE IsActive = true ORDER BY SortOrder',
    );
    expect(stages.map((s) => s['ApiName']).slice(-2)).toEqual(['Closed Won', 'Closed Lost']);
    expect(run('SELECT ApiName FROM TaskStatus WHERE IsClosed = true')).toHaveLength(1);
    const moves = run(
      `SELECT Field, OldValue, NewValue FROM OpportunityFieldHistory WHERE OpportunityId = '${known.deal}' AND Field = 'CloseDate'`,
    );
    expect(moves).toHaveLength(2);
    expect(run('SELECT Name, IsSandbox FROM Organization')[0]).toMatchObject({
      Name: 'Northwind Sales',
      IsSandbox: false,
    });
    expect(run('SELECT Id FROM User WHERE IsActive = true')).toHaveLength(5);
  });

  it.each([
    ['SELECT Id FROM Nonsense', 'INVALID_TYPE'],
    ['SELECT Nonsense FROM Opportunity', 'INVALID_FIELD'],
    ['SELECT Nonsense.Name FROM Opportunity', 'INVALID_FIELD'],
    ['SELECT CurrencyIsoCode FROM Opportunity', 'INVALID_FIELD'],
    ['SELECT Id FROM Opportunity WHERE', 'MALFORMED_QUERY'],
    ["SELECT Id FROM Opportunity WHERE Name = 'open", 'MALFORMED_QUERY'],
    ['SELECT Id FROM Opportunity LIMIT many', 'MALFORMED_QUERY'],
    ['SELECT FROM Opportunity', 'MALFORMED_QUERY'],
    ['DELETE FROM Opportunity', 'MALFORMED_QUERY'],
    ['SELECT Id FROM Opportunity WHERE Name = 12', 'INVALID_FIELD'],
    ["SELECT Id FROM Opportunity WHERE CloseDate > '2026-01-01'", 'INVALID_FIELD'],
    ['SELECT Id FROM Opportunity WHERE CreatedDate > 2026-01-01', 'INVALID_FIELD'],
    ["SELECT Id FROM Opportunity WHERE OwnerId = 'me'", 'INVALID_QUERY_FILTER_OPERATOR'],
  ])('refuses %s', (q, code) => {
    expect(codeOf(q)).toBe(code);
  });
});
