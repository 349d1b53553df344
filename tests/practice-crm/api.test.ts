import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPracticeCrm, type PracticeCrm } from './server';
import { createCaller, soql } from './support';

let crm: PracticeCrm;
let call: ReturnType<typeof createCaller>;

beforeAll(async () => {
  crm = await startPracticeCrm({ now: new Date('2026-11-23T16:00:00Z') });
  call = createCaller(crm);
});
afterAll(() => crm.close());
beforeEach(() => {
  crm.setOptions({
    apiFailure: null,
    rejectAfterWrite: false,
    rejectTimes: null,
    api: true,
    queryBatch: 2000,
    noAccess: [],
  });
});

const goodCall = () => ({
  Subject: 'Call',
  Status: 'Completed',
  Priority: 'Normal',
  TaskSubtype: 'Call',
  CallType: 'Outbound',
  CallDisposition: 'No answer',
  CallDurationInSeconds: 31,
  CallObject: 'touchline-1',
  ActivityDate: '2026-11-23',
  WhoId: crm.state.known.lead,
});

describe('session', () => {
  it('lists versions to anybody and refuses the rest without a session', async () => {
    const versions = (await (await fetch(`${crm.url}/services/data/`)).json()) as unknown[];
    expect(versions).toContainEqual({ label: "Spring '26", url: '/services/data/v66.0', version: '66.0' });
    const refused = await fetch(`${crm.url}/services/data/v66.0/sobjects/Task/describe`);
    expect(refused.status).toBe(401);
    expect(await refused.json()).toEqual([
      { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' },
    ]);
    expect(refused.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('takes the session cookie and the bearer token, and says whose they are', async () => {
    const me = await call('GET', 'chatter/users/me');
    expect(me.body).toMatchObject({
      id: crm.state.known.me,
      name: 'Alex Morgan',
      companyName: 'Northwind Sales',
    });
    expect(me.headers.get('sforce-limit-info')).toMatch(/^api-usage=\d+\/15000$/);
    const headers = { authorization: `Bearer ${crm.state.token}` };
    const info = (await (await fetch(`${crm.url}/services/oauth2/userinfo`, { headers })).json()) as Record<
      string,
      unknown
    >;
    expect(info).toMatchObject({
      user_id: crm.state.known.me,
      organization_id: crm.state.orgId,
      zoneinfo: 'America/New_York',
    });
  });

  it('switches the user under an open session', async () => {
    const other = createCaller(crm);
    crm.setOptions({ signedInAs: crm.state.known.sdr });
    expect((await other('GET', 'chatter/users/me')).body.name).toBe('Sam Okafor');
    crm.setOptions({ signedInAs: crm.state.known.me });
    expect(() => crm.setOptions({ signedInAs: 'nobody' })).toThrow(/no such user/);
    expect(() => crm.setOptions({ renderDelay: 1 } as object)).toThrow(/unknown practice option/);
  });
});

describe('query', () => {
  it('pages with nextRecordsUrl until done, every row once', async () => {
    crm.setOptions({ queryBatch: 30 });
    const seen: string[] = [];
    let page = (await call('GET', soql('SELECT Id FROM Contact'))).body;
    expect(page).toMatchObject({ totalSize: 90, done: false });
    for (;;) {
      seen.push(...page.records.map((r: { Id: string }) => r.Id));
      if (page.done) break;
      page = (await call('GET', page.nextRecordsUrl)).body;
    }
    expect(new Set(seen).size).toBe(90);
    expect('nextRecordsUrl' in page).toBe(false);
    expect((await call('GET', 'query/01gDn00000AAAAAAAA-30')).body[0].errorCode).toBe(
      'INVALID_QUERY_LOCATOR',
    );
  });

  it('counts, and hides fields without access', async () => {
    expect((await call('GET', soql('SELECT COUNT() FROM Lead'))).body).toEqual({
      totalSize: 120,
      done: true,
      records: [],
    });
    crm.setOptions({ noAccess: ['Opportunity.Amount'] });
    expect((await call('GET', soql('SELECT Amount FROM Opportunity'))).body[0].errorCode).toBe(
      'INVALID_FIELD',
    );
  });
});

describe('POST /sobjects/Task', () => {
  it('creates a completed call and derives what Salesforce derives', async () => {
    const made = await call('POST', 'sobjects/Task', goodCall());
    expect(made).toMatchObject({
      status: 201,
      body: { id: expect.stringMatching(/^00T\w{15}$/), success: true, errors: [] },
    });
    const read = (await call('GET', `sobjects/Task/${made.body.id}`)).body;
    expect(read).toMatchObject({
      IsClosed: true,
      OwnerId: crm.state.known.me,
      CallObject: 'touchline-1',
      WhoCount: 1,
    });
    expect(read.CompletedDateTime).toMatch(/\+0000$/);
  });

  it('fills Status and Priority when they are left out', async () => {
    const made = await call('POST', 'sobjects/Task', { Subject: 'Later' });
    expect((await call('GET', `sobjects/Task/${made.body.id}`)).body).toMatchObject({
      Status: 'Not Started',
      Priority: 'Normal',
      IsClosed: false,
    });
  });

  it.each<[string, Record<string, unknown>, string, string[] | undefined]>([
    ['an empty Status', { Status: null }, 'REQUIRED_FIELD_MISSING', ['Status']],
    ['a Status of another org', { Status: 'Closed' }, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', ['Status']],
    ['an unknown CallType', { CallType: 'Cold' }, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', ['CallType']],
    [
      'an unknown TaskSubtype',
      { TaskSubtype: 'Fax' },
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      ['TaskSubtype'],
    ],
    ['an unknown field', { Mood: 'good' }, 'INVALID_FIELD', undefined],
    ['an Id', { Id: '00TDn00000AAAAAAAA' }, 'INVALID_FIELD', undefined],
    ['a derived field', { IsClosed: true }, 'INVALID_FIELD_FOR_INSERT_UPDATE', ['IsClosed']],
    ['a long result', { CallDisposition: 'x'.repeat(256) }, 'STRING_TOO_LONG', ['CallDisposition']],
    ['a long comment', { Description: 'x'.repeat(32_001) }, 'STRING_TOO_LONG', ['Description']],
    ['a timestamp as a day', { ActivityDate: '2026-11-23T10:00:00Z' }, 'JSON_PARSER_ERROR', undefined],
    ['a malformed id', { WhoId: 'Dana' }, 'MALFORMED_ID', ['WhoId']],
    ['an id of nobody', { WhoId: '00QDn00000zzzzzAAA' }, 'INVALID_CROSS_REFERENCE_KEY', []],
  ])('refuses %s', async (_, change, code, fields) => {
    const refused = await call('POST', 'sobjects/Task', { ...goodCall(), ...change });
    expect(refused.status).toBe(400);
    expect(refused.body).toHaveLength(1);
    expect(refused.body[0].errorCode).toBe(code);
    expect(refused.body[0].fields).toEqual(fields);
  });

  it('refuses a lead together with another record', async () => {
    const refused = await call('POST', 'sobjects/Task', { ...goodCall(), WhatId: crm.state.known.deal });
    expect(refused).toMatchObject({
      status: 400,
      body: [{ errorCode: 'FIELD_INTEGRITY_EXCEPTION', fields: ['WhatId'] }],
    });
  });

  it('says INVALID_FIELD in the documented words for an Id in the body', async () => {
    const refused = await call('POST', 'sobjects/Task', { ...goodCall(), Id: '00TDn00000AAAAAAAA' });
    expect(refused.body).toEqual([
      { message: 'The Id field should not be specified in the sobject data.', errorCode: 'INVALID_FIELD' },
    ]);
  });

  it('does not let TaskSubtype change later', async () => {
    const { id } = (await call('POST', 'sobjects/Task', goodCall())).body;
    const refused = await call('PATCH', `sobjects/Task/${id}`, { TaskSubtype: 'Email' });
    expect(refused.body[0].errorCode).toBe('INVALID_FIELD_FOR_INSERT_UPDATE');
    expect((await call('PATCH', `sobjects/Task/${id}`, { Status: 'Deferred' })).status).toBe(204);
  });

  it('wants JSON as JSON', async () => {
    const broken = await fetch(`${crm.url}/services/data/v66.0/sobjects/Task`, {
      method: 'POST',
      headers: { cookie: crm.signIn(), 'content-type': 'application/json' },
      body: '{"Subject":',
    });
    expect(broken.status).toBe(400);
    expect(await broken.json()).toMatchObject([{ errorCode: 'JSON_PARSER_ERROR' }]);
    expect((await call('POST', 'sobjects/Task', goodCall(), { 'content-type': 'text/plain' })).status).toBe(
      415,
    );
  });
});

describe('records', () => {
  it('moves a stage with probability and both histories, answering 204 with nothing', async () => {
    const id = crm.state.known.otherDeal;
    const before = (
      await call('GET', soql(`SELECT Id FROM OpportunityHistory WHERE OpportunityId = '${id}'`))
    ).body.totalSize;
    const patched = await call('PATCH', `sobjects/Opportunity/${id}`, { StageName: 'Closed Won' });
    expect(patched).toMatchObject({ status: 204, body: null });
    expect((await call('GET', `sobjects/Opportunity/${id}`)).body).toMatchObject({
      Probability: 100,
      IsWon: true,
      ForecastCategory: 'Closed',
    });
    const after = (
      await call(
        'GET',
        soql(
          `SELECT StageName FROM OpportunityHistory WHERE OpportunityId = '${id}' ORDER BY CreatedDate DESC`,
        ),
      )
    ).body;
    expect(after.totalSize).toBe(before + 1);
    expect(after.records[0].StageName).toBe('Closed Won');
  });

  it('tells missing, deleted and foreign ids apart', async () => {
    const { id } = (await call('POST', 'sobjects/Task', goodCall())).body;
    expect((await call('DELETE', `sobjects/Task/${id}`)).status).toBe(204);
    expect(await call('GET', `sobjects/Task/${id}`)).toMatchObject({
      status: 404,
      body: [{ errorCode: 'ENTITY_IS_DELETED' }],
    });
    expect(await call('GET', 'sobjects/Task/00TDn00000zzzzzAAA')).toMatchObject({
      status: 404,
      body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
    });
    expect((await call('GET', `sobjects/Task/${crm.state.known.deal}`)).status).toBe(404);
    expect((await call('GET', 'sobjects/Nonsense/1')).status).toBe(404);
  });

  it('reads through the UI API with display values, leaving unknown optional fields out', async () => {
    const fields = [
      'Name',
      'Amount',
      'CloseDate',
      'Probability',
      'Account.Name',
      'IsClosed',
      'LastModifiedDate',
      'Nonsense',
    ];
    const asked = fields.map((f) => `Opportunity.${f}`).join(',');
    const { body } = await call('GET', `ui-api/records/${crm.state.known.deal}?optionalFields=${asked}`);
    expect(body).toMatchObject({
      apiName: 'Opportunity',
      id: crm.state.known.deal,
      recordTypeId: '012000000000000AAA',
    });
    expect(body.fields).toMatchObject({
      Name: { displayValue: null, value: 'Halden Logistics – Platform' },
      Amount: { displayValue: '$48,000.00', value: 48000 },
      Probability: { displayValue: '65%', value: 65 },
      IsClosed: { displayValue: null, value: false },
      Account: {
        displayValue: 'Halden Logistics',
        value: { apiName: 'Account', fields: { Name: { value: 'Halden Logistics' } } },
      },
      LastModifiedDate: { value: expect.stringMatching(/Z$/) },
    });
    expect('Nonsense' in body.fields).toBe(false);
    const strict = await call('GET', `ui-api/records/${crm.state.known.deal}?fields=Opportunity.Nonsense`);
    expect(strict).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_FIELD' }] });
    expect(
      (await call('GET', `ui-api/records/${crm.state.known.lead}?layoutTypes=Compact`)).body.apiName,
    ).toBe('Lead');
  });

  it("shows money and dates in the viewer's locale", async () => {
    const german = createCaller(crm, crm.state.known.colleague);
    const { body } = await german(
      'GET',
      `ui-api/records/${crm.state.known.deal}?fields=Opportunity.Amount,Opportunity.CloseDate,Opportunity.StageName`,
    );
    expect(body.fields.Amount.displayValue.replace(/\s/g, ' ')).toBe('48.000,00 $');
    expect(body.fields.CloseDate.displayValue).toBe('9.12.2026');
    expect(body.fields.StageName).toEqual({ displayValue: 'Angebot', value: 'Proposal/Price Quote' });
  });

  it('refuses a UI API save with the record error shape', async () => {
    const refused = await call('PATCH', `ui-api/records/${crm.state.known.deal}`, {
      fields: { StageName: 'Maybe' },
    });
    expect(refused).toMatchObject({
      status: 400,
      body: {
        enhancedErrorType: 'RecordError',
        output: {
          errors: [],
          fieldErrors: { StageName: [{ errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST' }] },
        },
      },
    });
  });
});

describe('metadata', () => {
  it('gives stages with their attributes', async () => {
    const { body } = await call(
      'GET',
      'ui-api/object-info/Opportunity/picklist-values/012000000000000AAA/StageName',
    );
    expect(body.values).toHaveLength(7);
    expect(body.values[5]).toMatchObject({
      value: 'Closed Won',
      attributes: {
        closed: true,
        won: true,
        defaultProbability: 100,
        picklistAtrributesValueType: 'OpportunityStage',
      },
    });
    const task = await call('GET', 'ui-api/object-info/Task/picklist-values/012000000000000AAA/Status');
    expect(task.body.values[0]).toMatchObject({ value: 'Not Started', attributes: null });
  });

  it('describes Task and Opportunity', async () => {
    const { body } = await call('GET', 'sobjects/Task/describe');
    expect(body.keyPrefix).toBe('00T');
    const subtype = body.fields.find((f: { name: string }) => f.name === 'TaskSubtype');
    expect(subtype).toMatchObject({ createable: true, updateable: false, restrictedPicklist: true });
    const info = (await call('GET', 'ui-api/object-info/Opportunity')).body;
    expect(info.fields.Amount).toMatchObject({ dataType: 'Currency', label: 'Amount', updateable: true });
    expect(info.fields.AccountId.referenceToInfos).toEqual([{ apiName: 'Account', nameFields: ['Name'] }]);
  });
});

describe('composite', () => {
  const parts = (stage: string) => ({
    allOrNone: true,
    compositeRequest: [
      {
        method: 'POST',
        url: '/services/data/v66.0/sobjects/Task',
        referenceId: 'task',
        body: { Subject: 'composite' },
      },
      { method: 'GET', url: '/services/data/v66.0/sobjects/Task/@{task.id}', referenceId: 'back' },
      {
        method: 'PATCH',
        url: `/services/data/v66.0/sobjects/Opportunity/${crm.state.known.deal}`,
        referenceId: 'deal',
        body: { StageName: stage },
      },
    ],
  });
  const count = async () =>
    (await call('GET', soql("SELECT COUNT() FROM Task WHERE Subject = 'composite'"))).body.totalSize;

  it('answers each part and fills references', async () => {
    const { body } = await call('POST', 'composite', parts('Negotiation/Review'));
    expect(body.compositeResponse.map((p: { httpStatusCode: number }) => p.httpStatusCode)).toEqual([
      201, 200, 204,
    ]);
    expect(await count()).toBe(1);
  });

  it('undoes everything when one part fails', async () => {
    const before = await count();
    const { status, body } = await call('POST', 'composite', parts('Nowhere'));
    expect(status).toBe(200);
    expect(body.compositeResponse[0].body[0].errorCode).toBe('PROCESSING_HALTED');
    expect(body.compositeResponse[2].body[0].errorCode).toBe('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
    expect(await count()).toBe(before);
  });
});

describe('failures on purpose', () => {
  const stored = async () =>
    (await call('GET', soql("SELECT COUNT() FROM Task WHERE CallObject = 'once'"))).body.totalSize;
  const post = () => call('POST', 'sobjects/Task', { ...goodCall(), CallObject: 'once' });

  it('stores the call and loses the answer, as often as told', async () => {
    crm.setOptions({ rejectAfterWrite: '500', rejectTimes: 1 });
    expect((await post()).status).toBe(500);
    expect(await stored()).toBe(1);
    crm.setOptions({ rejectAfterWrite: 'drop', rejectTimes: 1 });
    await expect(post()).rejects.toThrow();
    expect(await stored()).toBe(2);
    expect((await post()).status).toBe(201);
    expect(crm.state.requests.filter((r) => r.method === 'POST' && r.status === 0)).toHaveLength(1);
  });

  it('answers a chosen error a chosen number of times', async () => {
    const body = [{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }];
    crm.setOptions({ apiFailure: { status: 403, body, times: 1 } });
    expect(await call('GET', 'chatter/users/me')).toMatchObject({ status: 403, body });
    expect((await call('GET', 'chatter/users/me')).status).toBe(200);
  });

  it('goes offline, slow, and away', async () => {
    crm.setOptions({ apiFailure: 'offline' });
    await expect(call('GET', 'chatter/users/me')).rejects.toThrow();
    crm.setOptions({ apiFailure: 'slow', slowMs: 120 });
    const started = performance.now();
    expect((await call('GET', 'chatter/users/me')).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(100);
    crm.setOptions({ apiFailure: null, api: false });
    expect((await call('GET', 'chatter/users/me')).status).toBe(401);
    crm.setOptions({ api: 'redirect' });
    expect(await call('GET', 'chatter/users/me')).toMatchObject({ status: 302 });
  });
});
