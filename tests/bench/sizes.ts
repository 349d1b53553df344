import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Figure } from './measure.ts';

/** What loads into every page of a CRM: 20 kB minified each, so that it cannot be felt. */
export const CONTENT_SCRIPT_LIMIT = 20 * 1024;

/** The size of each content script of a build. Throws when there is none: then something else was built. */
export async function contentScriptSizes(dir: string): Promise<Figure[]> {
  const folder = join(dir, 'content-scripts');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js')).sort();
  if (names.length === 0) throw new Error(`no content script in ${folder}`);
  return Promise.all(
    names.map(async (name) => ({
      name: `content script ${name}`,
      value: (await stat(join(folder, name))).size,
      unit: 'bytes' as const,
      limit: CONTENT_SCRIPT_LIMIT,
    })),
  );
}
