import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { managedSchema } from '@/scripts/managed-schema.ts';
import { manifestFor, readBuildKind } from '@/scripts/manifest.ts';

const store = manifestFor('chrome', readBuildKind({}));

describe('the store build asks for as little as it can', () => {
  it('requires only permissions that show no warning at install', () => {
    expect(store.permissions).toEqual(['storage', 'unlimitedStorage', 'alarms', 'scripting', 'sidePanel']);
    expect(store.host_permissions).toEqual([]);
    expect(store.content_scripts).toBeUndefined();
    expect(store.externally_connectable).toBeUndefined();
  });

  it('can be granted later only a site the user adds, and an identity', () => {
    expect(store.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
    expect(store.optional_permissions).toEqual(['identity']);
  });

  it('stays out of private windows', () => {
    expect(store.incognito).toBe('not_allowed');
  });

  it('shows one page to web pages, under an address that changes', () => {
    expect(store.web_accessible_resources).toEqual([
      { resources: ['sidepanel.html'], matches: ['https://*/*', 'http://*/*'], use_dynamic_url: true },
    ]);
  });

  it('runs no inline or foreign script and lets nothing be turned into code', () => {
    const policy = new Map(
      (store.content_security_policy?.extension_pages ?? '').split('; ').map((rule) => {
        const [name = '', ...sources] = rule.split(' ');
        return [name, sources] as const;
      }),
    );
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('style-src')).toEqual(["'self'"]);
    expect(policy.get('object-src')).toEqual(["'none'"]);
    expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(policy.get('trusted-types')).toEqual(['touchline-worker']);
  });

  it('keeps its ids, because another id is an empty database', () => {
    // Chromium's rule: the first half of the key's SHA-256, each hex digit written as a letter from a to p.
    const digest = createHash('sha256')
      .update(Buffer.from(store.key ?? '', 'base64'))
      .digest('hex');
    const id = [...digest.slice(0, 32)]
      .map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)])
      .join('');
    expect(id).toBe('eklflgcgcfijocpcabnkoilnceabjiip');
    const firefox = manifestFor('firefox', readBuildKind({}));
    expect(firefox.browser_specific_settings?.gecko?.id).toBe('touchline@touchline.example');
  });
});

describe('the local build', () => {
  it('differs from the store build in two host permissions and nothing else', () => {
    const local = manifestFor('chrome', readBuildKind({ TOUCHLINE_BUILD: 'local' }));
    expect(local).toEqual({ ...store, host_permissions: ['http://localhost/*', 'http://127.0.0.1/*'] });
  });
});

describe('a company build', () => {
  const company = manifestFor(
    'chrome',
    readBuildKind({ TOUCHLINE_HOSTS: 'https://crm.example.com/*, https://*.example.org/*' }),
  );

  it('names only the hosts it was built for', () => {
    const hosts = ['https://crm.example.com/*', 'https://*.example.org/*'];
    expect(company.host_permissions).toEqual(hosts);
    expect(company.web_accessible_resources).toEqual([
      { resources: ['sidepanel.html'], matches: hosts, use_dynamic_url: true },
    ]);
  });

  it('cannot ask for any other site', () => {
    expect(company.optional_host_permissions).toBeUndefined();
  });

  it.each([
    '<all_urls>',
    '*://*/*',
    'https://*/*',
    'crm.example.com',
    'https://a.example/deals/*',
    'file:///*',
  ])('refuses %s', (host) => {
    expect(() => readBuildKind({ TOUCHLINE_HOSTS: host })).toThrow(host);
  });

  it('is not also the local build', () => {
    expect(() =>
      readBuildKind({ TOUCHLINE_BUILD: 'local', TOUCHLINE_HOSTS: 'https://crm.example.com/*' }),
    ).toThrow('either');
  });
});

describe('the Firefox build', () => {
  const firefox = manifestFor('firefox', readBuildKind({}));

  it('leaves out what Firefox does not know', () => {
    expect(firefox.permissions).toEqual(['storage', 'unlimitedStorage', 'alarms', 'scripting']);
    expect(firefox.optional_permissions).toBeUndefined();
    expect(firefox.key).toBeUndefined();
    expect(firefox.web_accessible_resources).toEqual([
      { resources: ['sidepanel.html'], matches: ['https://*/*', 'http://*/*'] },
    ]);
  });

  it('says that it collects nothing', () => {
    expect(firefox.browser_specific_settings?.gecko?.data_collection_permissions).toEqual({
      required: ['none'],
    });
  });
});

describe('the files the manifest points to', () => {
  it('has the managed policy in the shape of the settings file (node scripts/managed-schema.ts writes it)', () => {
    expect(JSON.parse(readFileSync('public/managed-schema.json', 'utf8'))).toEqual(managedSchema());
  });

  it.each(['en', 'ko'])('has every manifest message in %s', (language) => {
    const messages = JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8')) as Record<
      string,
      { message: string }
    >;
    const used = [...JSON.stringify(store).matchAll(/__MSG_(\w+)__/g)].map((match) => match[1] ?? '');
    expect(used.length).toBeGreaterThan(0);
    for (const name of used) expect(messages[name]?.message ?? '').not.toBe('');
    // The stores cut a description off after 132 characters.
    expect(messages.appDescription?.message.length).toBeLessThanOrEqual(132);
  });
});
