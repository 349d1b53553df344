import type { IncomingMessage } from 'node:http';
import { randomBytes } from 'node:crypto';
import { text } from './data/store.ts';
import { locales, type Locale, type PracticeState, type Session } from './types.ts';
import type { Viewer } from './api/format.ts';
import { cookiesOf } from './http.ts';

export const sessionCookie = 'practice_sid';

/** Opens a session for a user and answers its cookie value, shaped like Salesforce's: org id, '!', secret. */
export function openSession(state: PracticeState, userId: string): string {
  const sid = `${state.orgId.slice(0, 15)}!${randomBytes(24).toString('base64url')}`;
  state.sessions.set(sid, { userId, locale: null, shadow: null });
  return sid;
}

/** The session of a request, by cookie or bearer token; null when there is none. */
export function sessionOf(state: PracticeState, request: IncomingMessage): Session | null {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) {
    if (bearer === state.token) return { userId: state.options.signedInAs, locale: null, shadow: null };
    return state.sessions.get(bearer) ?? null;
  }
  return state.sessions.get(decodeURIComponent(cookiesOf(request)[sessionCookie] ?? '')) ?? null;
}

export function parseLocale(value: string | null | undefined): Locale | null {
  return locales.find((l) => l === value) ?? null;
}

export function viewerOf(state: PracticeState, session: Session): Viewer {
  const user = state.tables.User.get(session.userId) ?? { Id: session.userId };
  const own = parseLocale(text(user, 'LocaleSidKey').replace('_', '-'));
  return { user, locale: session.locale ?? own ?? 'en-US', zone: text(user, 'TimeZoneSidKey') || 'UTC' };
}
