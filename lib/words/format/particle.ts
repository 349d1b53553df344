import { josa } from 'es-hangul';

/** Both forms of each particle, as Korean messages write them after a value: `{name}[을/를]`. */
const PAIRS = ['이/가', '을/를', '은/는', '으로/로', '와/과', '이나/나', '이에요/예요'] as const;
type Pair = (typeof PAIRS)[number];

const MARK = new RegExp(`([^\\s[]+)\\[(${PAIRS.join('|').replaceAll('/', '\\/')})\\]`, 'g');

/** How the digits are read, so that a particle after a number fits its sound. */
const DIGITS = '영일이삼사오육칠팔구';

/** Signs that are read as a word: 퍼센트. */
const SIGNS: Readonly<Record<string, string>> = { '%': '트', '％': '트' };

/** Replaces `[을/를]` and its like by the one that fits the sound before it. */
export function withParticles(text: string): string {
  return text.replace(MARK, (_, word: string, pair: Pair) => word + particleAfter(word, pair));
}

/** What is not spoken at the end of a word: closing quotes and brackets, and what a bracket adds, as in 한빛(주). */
const UNSPOKEN = /(?:\([^()]*\)|[)\]}"'”’»」』])+$/;

/** The fitting form; both ("을(를)") after letters whose sound nobody can know. */
export function particleAfter(word: string, pair: Pair): string {
  // Names copied from a Mac come with their letters apart.
  const last = [...word.replace(UNSPOKEN, '').normalize('NFC')].at(-1) ?? '';
  const sound = /\d/.test(last) ? DIGITS[Number(last)]! : (SIGNS[last] ?? last);
  if (/[가-힣]/.test(sound)) return josa.pick(sound, pair);
  const [long, short] = pair.split('/') as [string, string];
  if (long === '으로') return '(으)로';
  return `${long}(${short})`;
}
