import type { Plugin } from 'vite';

/** `why: '…'` and `seenIn: […]` of a spot, each up to its comma or the spot's end. */
const NOTES = [
  /\bwhy:\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`),?/g,
  /\bseenIn(?::\s*[\w.]*(?:\[[^\]]*\])?(?:\s*\?\?\s*\[[^\]]*\])?)?(?:,(?=\s*[\n}])|(?=\s*\n?\s*\}))/g,
];

/**
 * Leaves out of the build why a selector was chosen and where it was seen: people and tests read it in the source, in
 * every CRM page it would only be weight.
 */
export function stripNotes(): Plugin {
  return {
    name: 'touchline:strip-notes',
    enforce: 'pre',
    transform(code, id) {
      return /\/lib\/adapters\/\w+\/(?:spots|page|list)\.ts$/.test(id)
        ? { code: NOTES.reduce((text, note) => text.replaceAll(note, ''), code), map: null }
        : null;
    },
  };
}
