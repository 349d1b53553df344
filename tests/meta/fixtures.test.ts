import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = 'tests/fixtures';

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(html|json|txt)$/.test(path))
  .map((path) => join(FOLDER, path));

/** Hosts that may stand in a fixture besides the names set aside for examples (RFC 2606, RFC 6761). */
const KNOWN_HOSTS = new Set(['www.odoo.com', 'www.w3.org', 'localhost', '127.0.0.1']);

function isExample(host: string): boolean {
  return /(^|\.)(example|test|invalid|localhost)(\.(com|org|net))?$/.test(host) || KNOWN_HOSTS.has(host);
}

/** Made up for the practice CRM and the Odoo seed: Korea sets no range aside for fiction. */
const MADE_UP = new Set(['+82260000123', '+8225557710', '+8225551481']);

/** Numbers set aside for fiction: 555-01xx in North America, Ofcom's drama numbers in the United Kingdom. */
function isFictionalPhone(number: string): boolean {
  if (MADE_UP.has(number.replace(/[^+\d]/g, ''))) return true;
  const digits = number.replace(/\D/g, '');
  return (
    /55501\d\d$/.test(digits) ||
    /^44(11[3-8]4960|1214960|1314960|1414960|1514960|1614960|2079460|7700900|1632960)/.test(digits)
  );
}

describe('fixtures are scrubbed', () => {
  it('are there', () => {
    expect(files.length).toBeGreaterThan(10);
  });

  it.each(files)('%s', (path) => {
    const text = readFileSync(path, 'utf8');
    const mails = [...text.matchAll(/[\w.+-]+@([\w-]+(?:\.[\w-]+)+)/g)];
    expect(mails.filter(([, host = '']) => !isExample(host)).map(([mail]) => mail)).toEqual([]);

    const hosts = [...text.matchAll(/https?:\/\/([\w.-]+)/g)].map((match) => match[1] ?? '');
    expect(hosts.filter((host) => !isExample(host))).toEqual([]);

    const phones = [...text.matchAll(/tel:([+\d()\s.%-]{7,})/g)].map((match) =>
      decodeURIComponent(match[1] ?? ''),
    );
    expect(phones.filter((phone) => !isFictionalPhone(phone))).toEqual([]);

    // Session ids, JSON web tokens, bearer tokens, request tokens with a value.
    const secrets = [
      /eyJ[\w-]{12,}\.[\w-]{8,}/,
      /\bBearer\s+[\w.-]{16,}/,
      /(csrf|xsrf|session_id|sid|access_token|api_key)["']?\s*[:=]\s*["'][\w!.-]{20,}/i,
      /00D[A-Za-z0-9]{12,15}![\w.]{20,}/,
    ];
    expect(secrets.flatMap((secret) => secret.exec(text)?.[0] ?? [])).toEqual([]);
  });
});
