import type { CarrierOperation } from '@/lib/domain/carrier';
import type { Clock, Ids, Store } from '@/lib/domain/ports';
import type { CrmKind } from '@/lib/domain/record';
import type { Language } from '@/lib/domain/settings';

/** Small values that live as long as the browser runs: a dead worker finds them again, a restart does not. */
export interface Session {
  get(name: string): Promise<unknown>;
  put(name: string, value: unknown): Promise<void>;
  drop(name: string): Promise<void>;
  all(prefix: string): Promise<Readonly<Record<string, unknown>>>;
}

/** What services need of the browser; handed in by the background's door. */
export interface World {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  /** 128 unguessable bits as text. */
  secret(): string;
  readonly session: Session;
  readonly browserLanguage: Language;
  /** The holiday table of a country as shipped, unparsed; null when there is none. */
  holidays(country: string): Promise<unknown>;
  /** Settings deployed by an administrator, or the local build's seed; null without. */
  managed(): Promise<unknown>;
  readonly tabs: {
    /** One named operation over the session of that tab's page. Null when the tab does not answer. */
    carry(
      tabId: number,
      at: { kind: CrmKind; base: string; tenant: string },
      operation: CarrierOperation,
      args: readonly unknown[],
    ): Promise<unknown>;
    look(tabId: number): Promise<void>;
    /** Open tabs whose address begins with a base. Only granted origins are seen. */
    under(base: string): Promise<readonly { id: number; url: string }[]>;
    exists(tabId: number): Promise<boolean>;
    /** Takes panel and scripts out of that tab's page. */
    leave(tabId: number): Promise<void>;
  };
  readonly doors: {
    /** An address as typed, and the match pattern whose permission it needs; null when it is none. */
    siteOf(text: string): { readonly address: string; readonly pattern: string } | null;
    granted(base: string): Promise<boolean>;
    /** Makes registered content scripts equal to this list, and puts them into open tabs that have none. */
    keep(wanted: readonly { kind: CrmKind; base: string }[]): Promise<void>;
    /** Gives the permission of a match pattern back; one that the build itself names stays. */
    release(pattern: string): Promise<void>;
    /** Asks an open page which CRM it is. */
    detect(tabId: number): Promise<unknown>;
    /** Opens the address in a new tab and waits until it has loaded. */
    visit(address: string): Promise<number | null>;
  };
  /** Tells every open page of ours that something changed by itself. */
  changed(topics: readonly string[]): void;
  /** Runs one at a time across worker lives. */
  alone(name: string, run: () => Promise<void>): Promise<void>;
  /** Wakes the outbox again at this time at the latest. */
  wakeAt(at: number): void;
}
