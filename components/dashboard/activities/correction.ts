import type { Channel } from '@/lib/domain/events/kinds';
import type { EventId, RecordKey } from '@/lib/domain/ids';
import { daySchema, instantAt, localMoment } from '@/lib/domain/time';
import type { Input } from '@/lib/rpc/contract';
import type { ActivityView } from '@/lib/rpc/view';
import { duration, parseDuration } from '@/lib/words/format/duration';

/** What stands in the fields of the form. Days and clocks are of the activity's own zone. */
export interface Typed {
  readonly channel: Channel;
  readonly outcome: string;
  readonly day: string;
  readonly time: string;
  readonly length: string;
  readonly text: string;
  readonly meetingDay: string;
  readonly meetingTime: string;
}

export type Wrong = 'when' | 'future' | 'length';

export function typedOf(activity: ActivityView): Typed {
  const at = moment(activity.at, activity.zone);
  const meeting = activity.meetingAt === null ? null : moment(activity.meetingAt, activity.zone);
  return {
    channel: activity.channel,
    outcome: activity.outcome ?? '',
    ...{ day: at.day, time: at.time },
    length: activity.durationSec === null ? '' : duration(activity.durationSec),
    text: activity.text,
    ...{ meetingDay: meeting?.day ?? '', meetingTime: meeting?.time ?? '' },
  };
}

function moment(at: number, zone: string): { readonly day: string; readonly time: string } {
  const { day, hour, minute } = localMoment(at, zone);
  return { day, time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` };
}

/**
 * The correction as the background takes it, or what does not fit. A day and clock left as they were keep the exact
 * moment, seconds included.
 */
export function correctionOf(
  activity: ActivityView,
  record: RecordKey,
  typed: Typed,
  id: EventId,
  now: number,
):
  | { readonly ok: true; readonly input: Input<'activity.correct'> }
  | { readonly ok: false; readonly wrong: Wrong } {
  const before = typedOf(activity);
  const same = before.day === typed.day && before.time === typed.time;
  const at = same ? activity.at : instantOf(typed.day, typed.time, activity.zone);
  if (at === null) return { ok: false, wrong: 'when' };
  if (at > now) return { ok: false, wrong: 'future' };
  const length = typed.length.trim() === '' ? null : parseDuration(typed.length);
  if (typed.length.trim() !== '' && length === null) return { ok: false, wrong: 'length' };
  const sameMeeting = before.meetingDay === typed.meetingDay && before.meetingTime === typed.meetingTime;
  return {
    ok: true,
    input: {
      ...{ id, supersedes: activity.id, record, at },
      ...{ channel: typed.channel, direction: 'out', armedBy: 'key' },
      outcome: typed.outcome === '' ? null : typed.outcome,
      ...{ text: typed.text, durationSec: length, next: activity.next },
      meetingAt: sameMeeting
        ? activity.meetingAt
        : instantOf(typed.meetingDay, typed.meetingTime, activity.zone),
    },
  };
}

function instantOf(day: string, time: string, zone: string): number | null {
  const parsed = daySchema.safeParse(day);
  if (!parsed.success || !/^\d{2}:\d{2}$/.test(time)) return null;
  return instantAt(parsed.data, time, zone);
}
