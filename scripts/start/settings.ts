import type { PracticeCrm } from '../../tests/practice-crm/server.ts';

/**
 * The settings file of a start: the practice CRM, who I am there, three goals. The same file an administrator
 * deploys (docs/settings.md); only the local build reads it from beside itself.
 */
export function practiceSettings(crm: PracticeCrm, language: 'en' | 'ko' | 'browser'): object {
  const { state } = crm;
  const me = state.tables.User.get(state.known.me);
  const name = String(me?.['Name'] ?? '');
  if (name === '') throw new Error('the practice CRM has no user of the name the settings need');
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    touchline: 1,
    ...(language === 'browser' ? {} : { language }),
    role: 'ae',
    me: { name },
    calendar: language === 'ko' ? { country: 'KR', zone: 'Asia/Seoul' } : { country: 'US', zone },
    crms: [
      { kind: 'salesforce', base: crm.url, label: 'Practice CRM', iAm: { remoteId: state.known.me, name } },
    ],
    goals: [
      {
        metric: 'revenue-won',
        period: 'quarter',
        target: 60_000_000,
        currency: 'USD',
        headline: true,
        prorate: false,
      },
      { metric: 'dials', period: 'day', target: 20 },
      { metric: 'meetings-booked', period: 'week', target: 4 },
    ],
  };
}
