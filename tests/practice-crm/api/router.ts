import { objectNamed } from '../schema/index.ts';
import type { PracticeState } from '../types.ts';
import { handleComposite } from './composite.ts';
import { objectInfo, picklistValues } from './describe.ts';
import { fault, notFound } from './fault.ts';
import type { Viewer } from './format.ts';
import { handleQuery } from './query.ts';
import type { ApiReply, ApiRequest } from './reply.ts';
import { handleSobjects } from './sobjects.ts';
import { handleUiRecords } from './ui-record.ts';
import { chatterMe, organization } from './whoami.ts';

/** GET /services/data/: the only call that needs no session. */
export function versions(): ApiReply {
  const named: [string, string][] = [
    ["Winter '26", '65.0'],
    ["Spring '26", '66.0'],
    ["Summer '26", '67.0'],
  ];
  return {
    status: 200,
    body: named.map(([label, version]) => ({ label, url: `/services/data/v${version}`, version })),
  };
}

/** One call below /services/data/vNN.N/. @throws ApiFault */
export function route(state: PracticeState, viewer: Viewer, request: ApiRequest): ApiReply {
  const [area, ...rest] = request.path.split('/').filter(Boolean).map(decodeURIComponent);
  if (area === 'sobjects' && rest.length > 0) return handleSobjects(state, viewer, request, rest);
  if (area === 'query') return handleQuery(state, viewer, request, rest[0]);
  if (area === 'composite' && request.method === 'POST') {
    return handleComposite(state, request, (part) => route(state, viewer, part));
  }
  if (area === 'ui-api') return routeUi(state, viewer, request, rest);
  if ((area === 'chatter' || area === 'connect') && request.method === 'GET') {
    if (rest.join('/') === 'users/me') return chatterMe(viewer);
    if (rest.join('/') === 'organization') return organization(state, viewer);
  }
  if (area === 'limits') {
    return {
      status: 200,
      body: { DailyApiRequests: { Max: 15_000, Remaining: 15_000 - state.requests.length } },
    };
  }
  throw notFound();
}

function routeUi(
  state: PracticeState,
  viewer: Viewer,
  request: ApiRequest,
  rest: readonly string[],
): ApiReply {
  const [area, name, list, recordType, fieldName] = rest;
  if (area === 'records') return handleUiRecords(state, viewer, request, name ?? null);
  if (area !== 'object-info' || !name || request.method !== 'GET') throw notFound();
  const object = objectNamed(name);
  if (!object) throw fault(403, 'INVALID_TYPE', `Object ${name} is not supported in UI API`);
  if (list === undefined) return objectInfo(state, object, viewer);
  if (list === 'picklist-values' && recordType && fieldName)
    return picklistValues(object, recordType, fieldName, viewer);
  throw notFound();
}
