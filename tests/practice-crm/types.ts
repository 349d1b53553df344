/** Shapes shared by the practice CRM's data, API double and server. */

export type Cell = string | number | boolean | null;

/** One record, keyed by Salesforce API field names. Dates are 'YYYY-MM-DD', instants ISO with 'Z'. */
export interface Row {
  Id: string;
  [field: string]: Cell;
}

export const objectNames = [
  'Account',
  'Contact',
  'Lead',
  'Opportunity',
  'Task',
  'Event',
  'User',
  'Organization',
  'OpportunityHistory',
  'OpportunityFieldHistory',
  'OpportunityStage',
  'TaskStatus',
] as const;
export type ObjectName = (typeof objectNames)[number];

export type Locale = 'en-US' | 'de-DE' | 'ko-KR' | 'fr-FR';
export const locales: readonly Locale[] = ['en-US', 'de-DE', 'ko-KR', 'fr-FR'];

/** What a test may break or change while the server runs; the README has the table. */
export interface PracticeOptions {
  renderDelayMs: number;
  halfLoaded: boolean;
  omit: string[];
  noAccess: string[];
  rewriteBody: boolean;
  coep: boolean;
  csp: boolean | string;
  pageCache: boolean;
  apiFailure: null | 'offline' | 'slow' | { status: number; body?: unknown; times?: number };
  slowMs: number;
  rejectAfterWrite: false | '500' | 'drop';
  rejectTimes: number | null;
  vanish: string | null;
  dark: boolean | null;
  signedInAs: string;
  removeForeignNodes: boolean;
  markupInFields: boolean;
  api: boolean | 'redirect';
  shadow: 'synthetic' | 'native';
  path: 'aura' | 'lwc' | 'none';
  firstTab: 'detailTab' | 'activityTab';
  app: 'standard' | 'console';
  money: 'full' | 'compact' | 'bare';
  currency: 'USD' | 'EUR' | 'KRW';
  multiCurrency: boolean;
  queryBatch: number;
}

export interface Session {
  userId: string;
  /** Chosen in the page; null follows the user's own locale. */
  locale: Locale | null;
  shadow: 'synthetic' | 'native' | null;
}

/** One API call as it arrived, for "exactly once" assertions. `status` 0: the connection was dropped. */
export interface LoggedRequest {
  at: number;
  method: string;
  path: string;
  status: number;
  userId: string | null;
  body: unknown;
}

/** Record ids a test or the demo scene can rely on, whatever the seed. */
export interface KnownRecords {
  me: string;
  sdr: string;
  manager: string;
  colleague: string;
  /** Open deal of `me`: amount 48,000, no next step, close date moved twice. */
  deal: string;
  /** Open deal of a colleague. */
  otherDeal: string;
  /** Open deal of `me` whose close date has passed. */
  lateDeal: string;
  /** Lead of `sdr`, called three times without an answer. */
  lead: string;
  /** Lead of `me`. */
  myLead: string;
  koreanLead: string;
  contact: string;
  account: string;
}

export type Tables = Record<ObjectName, Map<string, Row>>;

export interface PracticeState {
  readonly options: PracticeOptions;
  readonly tables: Tables;
  readonly deleted: Set<string>;
  readonly sessions: Map<string, Session>;
  readonly cursors: Map<string, { rows: unknown[]; from: number }>;
  readonly requests: LoggedRequest[];
  readonly known: KnownRecords;
  readonly orgId: string;
  /** Accepted as `Authorization: Bearer …` beside the session cookie. */
  readonly token: string;
  /** `now` as given at the start, moving on with real time. */
  clock(): Date;
  newId(object: ObjectName): string;
}
