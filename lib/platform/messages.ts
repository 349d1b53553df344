import type { CarrierOperation } from '@/lib/domain/carrier';

/** What the background says to the content script of a tab. Pages of ours never send these. */
export type ToTab =
  | { readonly shell: 'toggle' | 'open' | 'close' | 'look' | 'here' | 'leave' }
  /** Is a carrier in this tab already? Asked before every operation: an operation itself is never sent twice. */
  | { readonly ping: 'carrier' }
  | {
      readonly carry: CarrierOperation;
      readonly base: string;
      readonly tenant: string;
      readonly args: readonly unknown[];
    };

/** What the background says to every open page of ours after something changed. */
export interface Changed {
  readonly changed: readonly string[];
  readonly revision: number;
}

export function isChanged(value: unknown): value is Changed {
  return typeof value === 'object' && value !== null && 'changed' in value && Array.isArray(value.changed);
}
