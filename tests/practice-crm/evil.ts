import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface EvilPage {
  readonly url: string;
  close(): Promise<void>;
}

const script = `
const report = [];
window.evilReport = report;
addEventListener('message', (e) => report.push({ kind: 'message', origin: e.origin, data: String(JSON.stringify(e.data)).slice(0, 500) }));
for (const src of new URLSearchParams(location.search).getAll('frame')) {
  const frame = document.createElement('iframe');
  frame.src = src;
  frame.width = 360;
  frame.height = 560;
  frame.addEventListener('load', () => {
    const entry = { kind: 'frame', src, loaded: true, title: null, text: null, error: null };
    try {
      entry.title = frame.contentDocument.title;
      entry.text = frame.contentDocument.body.innerText;
    } catch (error) {
      entry.error = String(error.name || error);
    }
    report.push(entry);
    try { frame.contentWindow.postMessage({ kind: 'hello', ticket: 'guessed' }, '*'); } catch {}
  });
  document.body.append(frame);
}
`;

/**
 * A page of another origin that frames each `?frame=<url>` and writes what it could read, and every message it
 * was sent, to `window.evilReport`.
 */
export async function startEvilPage(host = '127.0.0.1'): Promise<EvilPage> {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Win a prize</title></head><body><h1>Win a prize</h1><script>${script}</script></body></html>`;
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, host, resolve);
  });
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}/evil.html`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
