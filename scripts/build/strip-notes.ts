import type { Plugin } from 'vite';

const NOTE = /\bwhy:\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`),?/g;

/**
 * Leaves out of the build why a selector was chosen: people read it in the source, in every CRM page it would only
 * be weight.
 */
export function stripNotes(): Plugin {
  return {
    name: 'touchline:strip-notes',
    enforce: 'pre',
    transform(code, id) {
      return /\/lib\/adapters\/\w+\/(?:spots|page)\.ts$/.test(id)
        ? { code: code.replaceAll(NOTE, ''), map: null }
        : null;
    },
  };
}
