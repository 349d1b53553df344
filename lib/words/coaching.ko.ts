import type { coachingEn } from './coaching.en.ts';

export const coachingKo = {
  prompt: '제안',
  notNow: '나중에요',
  'next-step-missing': '다음 할 일이 없어요. 무엇을 언제까지 하기로 했나요?',
  'next-step-overdue': '다음 할 일이 {days}일 지났어요. 지금 할까요, 새로 잡을까요?',
  'close-date-past': '마감일이 {days}일 지났어요. 계약 전에 무엇이 남았을까요?',
  idle: '{days}일째 연락이 없어요. 오늘 답해 줄 분이 누구일까요?',
  'callback-due': '{when}에 다시 걸기로 했어요. 지금 걸까요?',
  'same-hour-tried-three-times': '{hour}시쯤 {n}번 걸었어요. 다른 시간대는 어떨까요?',
  'action.set-next-step': '다음 할 일 정하기',
  'action.call': '통화 기록',
  'action.fix-close-date': '다음 할 일 정하기',
  'action.message': '메시지',
  'action.none': '했어요',
} satisfies Record<keyof typeof coachingEn, string>;
