import type { Instant } from '@/lib/domain/time';
import type { Outcome } from '@/lib/domain/outcome';
import type { Draft } from '@/lib/rpc/view';

export type Problem = 'needsOutcome' | 'needsCallback' | 'needsMeeting' | 'inPast' | 'at.future';

/** What still keeps a log from being saved; null when nothing does. Key of the `calls` room. */
export function problemOf(draft: Draft, outcome: Outcome | null, now: Instant): Problem | null {
  if (draft.channel === 'call' && outcome === null) return 'needsOutcome';
  if (draft.at !== null && draft.at > now) return 'at.future';
  if (outcome?.wants === 'callback-time') {
    if (draft.next === null || draft.next.at === null) return 'needsCallback';
    if (draft.next.at <= (draft.at ?? now)) return 'inPast';
  }
  if (outcome?.wants === 'meeting-time') {
    if (draft.meetingAt === null) return 'needsMeeting';
    if (draft.meetingAt <= (draft.at ?? now)) return 'inPast';
  }
  return null;
}
