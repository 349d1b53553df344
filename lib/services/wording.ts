import type { RecordSnapshot } from '@/lib/domain/record';
import { outcomeName } from '@/lib/words/outcomes';
import type { Parsed } from '@/lib/rpc/contract';
import type { Rules } from './settings';

const CHANNELS = {
  en: {
    call: 'Call',
    email: 'E-mail',
    sms: 'Text message',
    linkedin: 'LinkedIn message',
    kakaotalk: 'KakaoTalk',
    meeting: 'Meeting',
  },
  ko: {
    call: '통화',
    email: '이메일',
    sms: '문자',
    linkedin: '링크드인 메시지',
    kakaotalk: '카카오톡',
    meeting: '미팅',
  },
} as const;

/** How a logged act reads in the CRM: a subject line a colleague understands, and the outcome's words. */
export function wordActivity(
  { settings, language }: Rules,
  input: Pick<Parsed<'activity.log'>, 'channel' | 'outcome'>,
  snapshot: RecordSnapshot | null,
): { subject: string; outcome: string } {
  const outcome = input.outcome === null ? '' : outcomeName(language, settings.outcomes, input.outcome);
  const who = snapshot?.fields.contact?.value?.name ?? snapshot?.fields.name?.value ?? '';
  const parts = [CHANNELS[language][input.channel], outcome, who].filter((part) => part !== '');
  return { subject: parts.join(' · ').slice(0, 255), outcome };
}
