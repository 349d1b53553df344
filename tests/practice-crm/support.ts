import type { PracticeCrm } from './server.ts';

export interface ApiAnswer {
  readonly status: number;
  readonly body: any;
  readonly headers: Headers;
}

/** Calls the API as a signed-in page would; `path` is below /services/data/v66.0/. */
export function createCaller(crm: PracticeCrm, userId?: string) {
  const cookie = crm.signIn(userId);
  return async function call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer> {
    const response = await fetch(
      path.startsWith('/') ? crm.url + path : `${crm.url}/services/data/v66.0/${path}`,
      {
        method,
        redirect: 'manual',
        headers: {
          cookie,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
    );
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : parse(text), headers: response.headers };
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function soql(q: string): string {
  return `query?q=${encodeURIComponent(q)}`;
}
