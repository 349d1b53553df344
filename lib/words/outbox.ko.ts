import type { outboxEn } from './outbox.en.ts';

export const outboxKo = {
  title: '아직 CRM에 없어요',
  line: 'CRM 미반영 {n}건',
  needsYou: '확인 필요 {n}건',
  empty: '모두 CRM에 들어갔어요.',
  'state.queued': '대기 중',
  'state.sending': '쓰는 중',
  'state.done': 'CRM에 있음',
  'state.needs-you': '확인 필요',
  'state.kept-here': '여기에만 보관',
  'state.cancelled': '취소함',
  'wait.undo': '되돌리기 시간이 끝나면 보내요',
  'wait.open-tab': 'CRM 탭이 열리면 보내요',
  'wait.sign-in': '로그인하면 보내요',
  'wait.retry': '곧 다시 보내요',
  'wait.nothing': '스스로 보내지 않아요',
  retry: '다시 보내기',
  keep: '여기에만 두기',
  copy: '글로 복사',
  cancel: '보내지 않기',
  private: '가림',
} satisfies Record<keyof typeof outboxEn, string>;
