import type * as z from 'zod';
import type { EventId } from '../domain/ids.ts';
import type { Fault, Result } from '../domain/result.ts';

/**
 * Who may call. The background reads it from the browser's sender, never from the message:
 * `content` = our script in an added CRM's tab; `framed` = the panel inside a page, after its ticket;
 * `page` = dashboard, options and the browser's own side panel.
 */
export type Caller = 'content' | 'framed' | 'page';

export interface Call<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> {
  readonly callers: readonly [Caller, ...Caller[]];
  readonly input: In;
  readonly output: Out;
  /** Topics whose readers must ask again after it succeeded. */
  readonly changes?: readonly Topic[];
}

/** What "changed" broadcasts name. */
export const TOPICS = ['view', 'log', 'goals', 'notes', 'outbox', 'crms', 'settings', 'data'] as const;
export type Topic = (typeof TOPICS)[number];

/** What the browser says about a caller. */
export interface Envelope {
  readonly caller: Caller;
  /** The tab it is in; null for pages that are tabs of their own or a side panel. */
  readonly tabId: number | null;
  readonly documentId: string | null;
  readonly origin: string | null;
  /**
   * One id for a call and all its repeats, made by the caller's `send`. A handler that writes names its event by it,
   * so that a repeat after a dead worker is the same act.
   */
  readonly request?: EventId | undefined;
}

export type Contract = Readonly<Record<`${string}.${string}`, Call>>;

export function defineCall<In extends z.ZodType, Out extends z.ZodType>(call: Call<In, Out>): Call<In, Out> {
  return call;
}

export type Answer<T> = Promise<Result<T, Fault>>;
