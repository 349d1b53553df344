import type { Language } from '../domain/settings.ts';

/** Built-in outcomes in trade words. Settings may reword each. */
const OUTCOMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'no-answer': { en: 'No answer', ko: '부재' },
  voicemail: { en: 'Voicemail', ko: '음성 메시지' },
  'text-left': { en: 'Text left', ko: '문자 남김' },
  gatekeeper: { en: 'Gatekeeper', ko: '대리 응대' },
  'not-now': { en: 'Not now', ko: '보류' },
  callback: { en: 'Call back', ko: '재통화' },
  talked: { en: 'Talked', ko: '통화' },
  meeting: { en: 'Meeting', ko: '미팅 확정' },
  'wrong-number': { en: 'Wrong no.', ko: '결번' },
  'do-not-call': { en: 'Stop', ko: '연락 거부' },
};

/** An outcome's words; its id when a team invented it and gave none. */
export function outcomeWords(language: Language, id: string): string {
  return Object.hasOwn(OUTCOMES, id) ? OUTCOMES[id]![language] : id;
}
