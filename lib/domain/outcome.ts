import * as z from 'zod';

/**
 * What an outcome counts as (facts §D1, §D15): a gatekeeper and a do-not-call answer are connects; a conversation
 * needs the outcome or the time. Outcomes are data, so a team can reword, reorder and add.
 */
export const meaningSchema = z.strictObject({
  dial: z.boolean(),
  connect: z.boolean(),
  conversation: z.boolean(),
  booked: z.boolean(),
  held: z.boolean(),
});
export type Meaning = z.infer<typeof meaningSchema>;

export const outcomeIdSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

export const outcomeSchema = z.strictObject({
  id: outcomeIdSchema,
  /** The digit that chooses it: 1…9. */
  key: z.int().min(1).max(9),
  /** Own words; without them the built-in words of that id are used. */
  words: z.strictObject({ en: z.string().min(1).max(40), ko: z.string().min(1).max(40) }).optional(),
  meaning: meaningSchema,
  /** Asks "are you sure?" once: for outcomes that cannot be taken back with the buyer. */
  confirms: z.boolean().default(false),
  /** Wants a time: a callback or a meeting without one is not saved. */
  wants: z.enum(['callback-time', 'meeting-time']).optional(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

function meaning(...yes: readonly (keyof Meaning)[]): Meaning {
  return {
    dial: yes.includes('dial'),
    connect: yes.includes('connect'),
    conversation: yes.includes('conversation'),
    booked: yes.includes('booked'),
    held: yes.includes('held'),
  };
}

const shared: readonly Outcome[] = [
  { id: 'no-answer', key: 1, meaning: meaning('dial'), confirms: false },
  { id: 'voicemail', key: 2, meaning: meaning('dial'), confirms: false },
  { id: 'gatekeeper', key: 3, meaning: meaning('dial', 'connect'), confirms: false },
  { id: 'not-now', key: 4, meaning: meaning('dial', 'connect'), confirms: false },
  { id: 'callback', key: 5, meaning: meaning('dial', 'connect'), confirms: false, wants: 'callback-time' },
  { id: 'talked', key: 6, meaning: meaning('dial', 'connect', 'conversation'), confirms: false },
  {
    id: 'meeting',
    key: 7,
    meaning: meaning('dial', 'connect', 'conversation', 'booked'),
    confirms: false,
    wants: 'meeting-time',
  },
  { id: 'wrong-number', key: 8, meaning: meaning('dial'), confirms: false },
  { id: 'do-not-call', key: 9, meaning: meaning('dial', 'connect'), confirms: true },
];

/** Nobody leaves voicemail in Korea; a text message takes its key. */
export function defaultOutcomes(language: 'en' | 'ko'): readonly Outcome[] {
  if (language === 'en') return shared;
  return shared.map((outcome) => (outcome.id === 'voicemail' ? { ...outcome, id: 'text-left' } : outcome));
}

/** Facts §D1: a connect of 60 s or more is a conversation whatever the outcome was called. */
export const CONVERSATION_SECONDS = 60;

/**
 * What an activity counts as: its outcome's meaning, raised to a conversation by its length. Only a connect can
 * be raised: a long ring is not a talk.
 */
export function meaningOf(
  outcome: Outcome,
  durationSec: number | null,
  conversationSeconds: number,
): Meaning {
  const long = durationSec !== null && durationSec >= conversationSeconds;
  return {
    ...outcome.meaning,
    conversation: outcome.meaning.conversation || (outcome.meaning.connect && long),
  };
}
