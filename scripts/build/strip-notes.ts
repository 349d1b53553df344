import type { Plugin } from 'vite';

/** Of a spot: `why: '…'`, and `seenIn: […]` or a name for it, each on a line of its own. */
const NOTES = [
  /\bwhy:\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`),?/g,
  /\bseenIn(?:: (?:\[.*\]|\w+))?,?(?=\s*(?:\n|\}))/g,
];

/**
 * Leaves out of the build what only people and tests read (why a selector was chosen, where it was seen) and the spaces
 * of the shell's style: in every CRM page they would only be weight.
 */
export function stripNotes(): Plugin {
  return {
    name: 'touchline:strip-notes',
    enforce: 'pre',
    transform(code, id) {
      if (/\/lib\/adapters\/\w+\/(?:spots|page|list)\.ts$/.test(id))
        return { code: NOTES.reduce((text, note) => text.replaceAll(note, ''), code), map: null };
      if (!id.endsWith('/lib/page/frame.ts')) return null;
      return { code: code.replace(/(?<=const CSS = `)[^`]+/, (css) => tight(css)), map: null };
    },
  };
}

function tight(css: string): string {
  return css
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{}:;,]) ?/g, '$1')
    .trim();
}
