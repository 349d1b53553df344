import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { ServerResponse } from 'node:http';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves a file of `client/`; only plain names, so nothing outside it. */
export async function sendClientFile(response: ServerResponse, pathname: string): Promise<void> {
  const name = /^\/client\/((?:[a-z][a-z0-9-]*\/)*[a-z][a-z0-9-]*\.(?:js|css|svg))$/.exec(pathname)?.[1];
  const content = name && (await readFile(new URL(`client/${name}`, import.meta.url)).catch(() => null));
  if (!content) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'Content-Type': types[extname(name)] ?? 'text/plain',
    'Cache-Control': 'no-cache',
  });
  response.end(content);
}

const styles = ['tokens', 'shell', 'list', 'record', 'overlay'];

/** The one document all pages live in. `theme` null follows the system. */
export function shellHtml(lang: string, theme: 'dark' | 'light' | null): string {
  const links = styles.map((name) => `<link rel="stylesheet" href="/client/css/${name}.css">`).join('\n');
  return `<!doctype html>
<html lang="${lang}"${theme ? ` data-theme="${theme}"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lightning Experience</title>
<link rel="icon" href="/client/icon.svg">
${links}
<script type="module" src="/client/main.js"></script>
</head>
<body class="desktop">
<div id="auraLoadingBox" class="auraLoadingBox oneLoadingBox"></div>
<div id="app" class="desktop container forceStyle oneOne navexDesktopLayoutContainer lafAppLayoutHost"></div>
</body>
</html>
`;
}

export const blankHtml =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Blank</title></head><body></body></html>\n';
export const loginHtml =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Login</title></head><body><form><label>Username <input name="username"></label></form></body></html>\n';
