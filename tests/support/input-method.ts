import type { CDPSession, Page } from 'playwright-core';

/** The key code of every key that an input method keeps for itself. */
const TAKEN = 229;
/** The protocol's bit for a held Ctrl. */
const CTRL = 2;

/** One stroke of an input method: the key it took for itself, and what then stands under the caret. */
export type Stroke = readonly [code: string, shows: string];

/** Something written with an input method: syllables or words one after the other, the last one left open. */
export interface Writing {
  readonly name: string;
  readonly parts: readonly (readonly Stroke[])[];
  /** What stands in the field once the open part has been ended. */
  readonly text: string;
}

/**
 * Korean ends a syllable by beginning the next; Japanese turns kana into words with Space and takes a digit for the
 * candidate's number; Chinese shows letters and takes digits too, and its Enter keeps the letters as they stand.
 */
export const WRITINGS: readonly Writing[] = [
  {
    name: 'Korean',
    parts: [
      [
        ['KeyX', 'ㅌ'],
        ['KeyH', '토'],
        ['KeyD', '통'],
      ],
      [
        ['KeyG', 'ㅎ'],
        ['KeyH', '호'],
        ['KeyK', '화'],
      ],
    ],
    text: '통화',
  },
  {
    name: 'Japanese',
    parts: [
      [
        ['KeyD', 'd'],
        ['KeyE', 'で'],
        ['KeyN', 'でn'],
        ['KeyW', 'でんw'],
        ['KeyA', 'でんわ'],
        ['Space', '電話'],
        ['Digit2', '電話'],
      ],
    ],
    text: '電話',
  },
  {
    name: 'Chinese',
    parts: [
      [
        ['KeyD', 'd'],
        ['KeyI', 'di'],
        ['KeyA', 'dia'],
        ['KeyN', 'dian'],
        ['Digit3', '电'],
      ],
      [
        ['KeyH', 'h'],
        ['KeyU', 'hu'],
        ['KeyA', 'hua'],
      ],
    ],
    text: '电hua',
  },
];

/** Any text as the letters of an unfinished word, which Enter keeps as they stand: how Latin is typed in Chinese. */
export function letters(text: string): Writing {
  const strokes = [...text].map((letter, at): Stroke => [codeOf(letter), text.slice(0, at + 1)]);
  return { name: text, parts: [strokes], text };
}

function codeOf(letter: string): string {
  if (/\d/.test(letter)) return `Digit${letter}`;
  return /[a-z]/.test(letter) ? `Key${letter.toUpperCase()}` : 'Slash';
}

export interface InputMethod {
  /** Writes in the focused field, whichever frame it is in, and leaves the last part open. */
  write(writing: Writing): Promise<void>;
  /** A key the input method keeps: the page sees it with key code 229. */
  takes(code: string, key?: string, held?: 'ctrl'): Promise<void>;
  /**
   * Enter ends what is open. Chromium says it while the composition still stands; other engines say it behind the
   * end of it, with key code 229 alone: both come.
   */
  end(writing: Writing): Promise<void>;
}

/** What an input method sends, by the browser's protocol: the browser itself brings it to the focused frame. */
export async function inputMethod(page: Page): Promise<InputMethod> {
  const session: CDPSession = await page.context().newCDPSession(page);
  async function takes(code: string, key = 'Process', held?: 'ctrl'): Promise<void> {
    const event = { code, key, modifiers: held === 'ctrl' ? CTRL : 0, windowsVirtualKeyCode: TAKEN };
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }
  async function end(text: string): Promise<void> {
    await session.send('Input.insertText', { text });
  }
  return {
    takes,
    async write({ parts }) {
      for (const [at, strokes] of parts.entries()) {
        if (at > 0) await end(parts[at - 1]!.at(-1)![1]);
        for (const [code, shows] of strokes) {
          await takes(code);
          await session.send('Input.imeSetComposition', {
            ...{ text: shows, selectionStart: shows.length, selectionEnd: shows.length },
          });
        }
      }
    },
    async end({ parts }) {
      await takes('Enter', 'Enter');
      await end(parts.at(-1)!.at(-1)![1]);
      await takes('Enter', 'Enter');
    },
  };
}
