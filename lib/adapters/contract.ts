/**
 * What a CRM adapter is. `page.ts` names its spots and says how to read them; only the engine touches the DOM.
 * `api.ts` names its operations; only the carrier decides where they run. Neither imports zod: they travel in a
 * content script of at most 20 kB, and what they return is parsed by the background.
 */
import type { CrmUser } from '@/lib/domain/instance';
import type { CrmWrite } from '@/lib/domain/outbox';
import type { CrmKind, FieldName, RawField, RawReading, RecordRef } from '@/lib/domain/record';

/** One thing looked for on a page. Best selector first; later ones are fallbacks. */
export interface Spot {
  readonly css: readonly [string, ...string[]];
  /** Why this one, and what it must not match. */
  readonly why: string;
  /** Fixture cases that contain it (`tests/fixtures/<crm>/<case>.html`). */
  readonly seenIn: readonly [string, ...string[]];
}

/** The only way an adapter sees a page: by the names it declared. Hidden and `aria-hidden` parts do not exist. */
export interface Eye<Name extends string> {
  one(name: Name, within?: Element): Element | null;
  all(name: Name, within?: Element): readonly Element[];
  /** Visible text without assistive text, buttons and icons; through open shadow roots. Null when not found. */
  text(name: Name, within?: Element): string | null;
  textOf(element: Element): string;
  /** What an input, select or textarea holds. */
  value(name: Name, within?: Element): string | null;
  attribute(element: Element, attribute: string): string | null;
  /** `<html lang>`. */
  readonly language: string | null;
  readonly title: string;
}

/** The CRM found behind a page: enough to register it without asking anything of the user. */
export interface Detected {
  /** Address that all its pages start with, without trailing slash. */
  readonly base: string;
  /** Org id, database, portal; null when the page does not tell (then the base is the tenant). */
  readonly tenant: string | null;
  readonly version: string | null;
  readonly test: boolean;
}

export type FieldReading = RawField | null;

export interface PageAdapter<Name extends string = string> {
  readonly kind: CrmKind;
  readonly label: string;
  /** Rises with every change of `spots`. Kept with each reading. */
  readonly revision: number;
  readonly spots: Readonly<Record<Name, Spot>>;
  /**
   * For pages that carry no id beside their values: address and values must agree for this long before they are
   * believed. Left out where the page itself confirms whose values they are.
   */
  readonly settleMs?: number;
  detect(url: URL, eye: Eye<NoInfer<Name>>): Detected | null;
  /** Which record is open? From the address when it can, from the open panel or dialog when it must. */
  locate(url: URL, eye: Eye<NoInfer<Name>>): RecordRef | null;
  /** Fields this kind of record should show, in the order of the header's "9 of 11". */
  expected(ref: RecordRef): readonly FieldName[];
  /** Null = the page does not show this record yet: wait, do not guess. */
  read(ref: RecordRef, eye: Eye<NoInfer<Name>>): Partial<Record<FieldName, RawField>> | null;
  whoami(url: URL, eye: Eye<NoInfer<Name>>): CrmUser | null;
  /** The element that shows a field, for pins. */
  anchor(ref: RecordRef, field: FieldName, eye: Eye<NoInfer<Name>>): Element | null;
  /** Locale and zone the page declares, when it does. */
  hints(eye: Eye<NoInfer<Name>>): { readonly locale: string | null; readonly zone: string | null };
}

export function definePage<const Name extends string>(adapter: PageAdapter<Name>): PageAdapter<Name> {
  return adapter;
}

/** What the world looks like to an api.ts: same-origin fetch and storage of the page, or of the background. */
export interface Reach {
  readonly base: string;
  readonly tenant: string;
  fetch(
    path: string,
    init?: { method?: string; headers?: Record<string, string>; body?: string },
  ): Promise<Response>;
  /** The page's own localStorage/sessionStorage; null in the background. */
  stored(area: 'local' | 'session', key: string): string | null;
}

/** A CRM's refusal, in its own words; or ours when nothing was reached. `retry` only for network, 5xx, 429. */
export interface ApiFault {
  readonly code: 'not-signed-in' | 'refused' | 'unreachable' | 'unsupported' | 'busy';
  readonly message: string;
  readonly retry: boolean;
}
export type ApiResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: ApiFault };

/** A deal as the CRM lists it: raw fields (machine values), read by the same normaliser as a page. */
export interface ListedDeal {
  readonly ref: RecordRef;
  readonly fields: Partial<Record<FieldName, RawField>>;
}
export interface DealPage {
  readonly deals: readonly ListedDeal[];
  /** Opaque; null at the end. */
  readonly next: string | null;
  readonly total: number | null;
}

/** An activity the CRM itself holds, for "Compare with CRM". */
export interface ListedActivity {
  readonly remoteId: string;
  readonly record: RecordRef | null;
  readonly reference: string | null;
  readonly subject: string;
  /** UTC ms, or null when the CRM keeps only a day. */
  readonly at: number | null;
  readonly day: string;
}

export interface ApiAdapter {
  readonly kind: CrmKind;
  /** Where its calls run: an open tab's own session, or the background with a token. */
  readonly carrier: 'page' | 'background';
  /** Does the session reach the API at all? Its answer becomes `instance.connection`. */
  probe(
    reach: Reach,
  ): Promise<ApiResult<{ readonly tenant: string | null; readonly currency: string | null }>>;
  whoami(reach: Reach): Promise<ApiResult<CrmUser>>;
  read(reach: Reach, ref: RecordRef): Promise<ApiResult<RawReading>>;
  listMine(reach: Reach, owner: CrmUser, since: string, cursor: string | null): Promise<ApiResult<DealPage>>;
  activitiesOf(reach: Reach, owner: CrmUser, day: string): Promise<ApiResult<readonly ListedActivity[]>>;
  /** Writes once; the reference is inside what is written. */
  write(reach: Reach, write: CrmWrite): Promise<ApiResult<{ readonly remoteId: string }>>;
  /** Has this reference been written before? Asked before every retry. */
  find(reach: Reach, write: CrmWrite): Promise<ApiResult<{ readonly remoteId: string } | null>>;
}
