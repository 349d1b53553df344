import type { Topic } from './call.ts';
import type { Client } from './contract.ts';

export type ShellCommand = 'to-strip' | 'give-focus-back';

/** What a page knows of the background: made by its entrypoint's platform, or by a test. */
export interface Connection {
  readonly call: Client;
  /** Called with what changed; also after sleep, with every topic, since broadcasts were missed. */
  readonly onChanged: (listener: (topics: readonly Topic[] | 'all', revision: number) => void) => () => void;
  readonly surface: 'framed' | 'page';
  /** The tab beside which a side panel stands; null in a frame, whose tab the background knows itself. */
  readonly tabId: () => Promise<number | null>;
  /** Resolves true once this frame may speak: pages at once, a frame after its ticket was taken. */
  readonly ready: Promise<boolean>;
  readonly toShell: (command: ShellCommand) => void;
  /** The shell's "keys are yours now" after a phone link, called back in the window. */
  readonly onArmed: (listener: () => void) => () => void;
  readonly openPage: (page: 'dashboard' | 'options') => void;
}
