import { Stop } from '../support/say.ts';
import type { NewUnit } from './unit.ts';

/** What the words of one language need to be rewritten from: its own text of the English file. */
export interface Room {
  readonly name: string;
  /** Text of lib/words/<room>.en.ts. */
  readonly english: string;
}

/**
 * Every room with its keys and no words: an empty message fails tests/meta/words.test.ts, so that nothing in
 * English is shipped as a translation.
 */
export function newLanguage(code: string, rooms: readonly Room[]): NewUnit {
  if (!/^[a-z]{2}$/.test(code))
    throw new Stop(`"${code}" is not a language code. Write two small letters, such as de.`);
  const suffix = `${code.charAt(0).toUpperCase()}${code.charAt(1)}`;
  const files = rooms.map(({ name, english }) => {
    const keys = [...english.matchAll(/^ {2}('[^']+'|[\w$]+):/gm)].map((match) => match[1]);
    const lines = keys.map((key) => `  ${key}: '',`).join('\n');
    const text = `import type { ${name}En } from './${name}.en.ts';\n\nexport const ${name}${suffix} = {\n${lines}\n} satisfies Record<keyof typeof ${name}En, string>;\n`;
    return [`lib/words/${name}.${code}.ts`, text] as const;
  });
  return {
    files: {
      ...Object.fromEntries(files),
      [`public/_locales/${code}/messages.json`]: `${JSON.stringify(
        {
          appName: { message: 'Touchline' },
          appDescription: { message: '' },
          commandTogglePanel: { message: '' },
        },
        null,
        2,
      )}\n`,
    },
    steps: [
      `Add '${code}' to languageSchema in lib/domain/settings.ts and its room files to lib/words/catalog.ts.`,
      `Write each room as an original, by ear; tests/meta/words.test.ts lists what is still empty.`,
      `Write public/_locales/${code}/messages.json: the name, the description and the key of the browser's own pages.`,
    ],
  };
}
