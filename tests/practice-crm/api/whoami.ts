import { text } from '../data/store.ts';
import type { PracticeState } from '../types.ts';
import type { Viewer } from './format.ts';
import type { ApiReply } from './reply.ts';

/** GET /chatter/users/me (and /connect/…). */
export function chatterMe(viewer: Viewer): ApiReply {
  const { user } = viewer;
  return {
    status: 200,
    body: {
      id: user.Id,
      name: text(user, 'Name'),
      displayName: text(user, 'Name'),
      firstName: text(user, 'FirstName'),
      lastName: text(user, 'LastName'),
      email: text(user, 'Email'),
      username: text(user, 'Username'),
      title: text(user, 'Title'),
      companyName: 'Northwind Sales',
      isActive: true,
      type: 'User',
      userType: 'Internal',
      url: `/services/data/v66.0/chatter/users/${user.Id}`,
      photo: { largePhotoUrl: null, smallPhotoUrl: null },
    },
  };
}

/** GET /services/oauth2/userinfo: ids in 18 characters, locale and zone of the user. */
export function userInfo(state: PracticeState, viewer: Viewer, origin: string): ApiReply {
  const { user } = viewer;
  return {
    status: 200,
    body: {
      sub: `${origin}/id/${state.orgId}/${user.Id}`,
      user_id: user.Id,
      organization_id: state.orgId,
      preferred_username: text(user, 'Username'),
      nickname: text(user, 'FirstName').toLowerCase(),
      name: text(user, 'Name'),
      email: text(user, 'Email'),
      email_verified: true,
      given_name: text(user, 'FirstName'),
      family_name: text(user, 'LastName'),
      zoneinfo: viewer.zone,
      locale: text(user, 'LocaleSidKey'),
      language: text(user, 'LanguageLocaleKey'),
      utcOffset: 0,
      user_type: 'STANDARD',
      active: true,
      urls: { rest: `${origin}/services/data/v{version}/` },
    },
  };
}

/** GET /connect/organization: where a single-currency org says which currency it has. */
export function organization(state: PracticeState, viewer: Viewer): ApiReply {
  const { currency, multiCurrency } = state.options;
  return {
    status: 200,
    body: {
      orgId: state.orgId,
      name: 'Northwind Sales',
      accessTimeout: 120,
      features: {
        chatter: true,
        multiCurrency,
        ...(multiCurrency ? {} : { defaultCurrencyIsoCode: currency }),
      },
      userSettings: {
        userId: viewer.user.Id,
        userLocale: text(viewer.user, 'LocaleSidKey'),
        timeZone: { name: viewer.zone },
        ...(multiCurrency ? { userDefaultCurrencyIsoCode: currency } : {}),
      },
    },
  };
}
