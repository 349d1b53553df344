import type { UserManifest } from 'wxt';

/**
 * Which build this is.
 * - `store`: what everybody installs. No host is granted before the user adds a CRM.
 * - `local`: the store build, and this machine's own pages granted: for `npm start` and the tests.
 * - `company`: names one company's CRM hosts and can ask for no other site.
 */
export interface BuildKind {
  readonly name: 'store' | 'local' | 'company';
  /** Match patterns granted at install: empty for the store build. */
  readonly hosts: readonly string[];
}

const LOCAL_HOSTS = ['http://localhost/*', 'http://127.0.0.1/*'];
const ANY_SITE = ['https://*/*', 'http://*/*'];

/** One host, with or without leading `*.`, with or without a port, every path: what a company may name. */
const HOST_PATTERN = /^https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?\/\*$/;

/**
 * The public half of the signing key. It fixes the extension's id: without it a moved unpacked folder gets
 * another id, and with it an empty database (tried). Never change it.
 */
const KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAzE/pwyEYjcsp5ukshogZvRIW7EcBYQ5BJiZ3Ca1H77ZThjZDYLk8ed2lsQQo6ltMv135/K72O98gngi4X3A0TKfZYXHjjHKA1700LMejE10yP7OCDWszqoMnOxSCk0soHjaifjnaqzxc3tMNc45DiQSPVRdqEnti5xusY29liFQIWOjI5fiTV6/HKTkSS+a3knIHAfikaxCeRnj5V1sriqJc6aNKnyWszseogGmFVIqJoUXsGNXSMlwgDTLHnT4L9+fJeolwH7L99Bp2rzOyajao+JyZv5Wa+onEifcBscd9fqbFNmEaW8J93aAaJGnh9rRlscoDZBXxEY6/ZkpkNwIDAQAB';

/** Fixed for the same reason as KEY. */
const FIREFOX_ID = 'touchline@touchline.example';

/**
 * Reads the kind of build from the environment: `TOUCHLINE_BUILD=local`, or `TOUCHLINE_HOSTS` with match
 * patterns separated by commas ("https://crm.example.com/*,https://*.example.org/*").
 * Throws with a sentence when a pattern is not one host, or when both are set.
 */
export function readBuildKind(env: Readonly<Record<string, string | undefined>>): BuildKind {
  const hosts = (env.TOUCHLINE_HOSTS ?? '')
    .split(',')
    .map((host) => host.trim())
    .filter((host) => host !== '');
  const build = env.TOUCHLINE_BUILD ?? '';
  if (build !== '' && build !== 'local') {
    throw new Error(`TOUCHLINE_BUILD is "${build}"; only "local" is known.`);
  }
  if (build === 'local') {
    if (hosts.length > 0)
      throw new Error('A build is either local or for a company: set only one of the two.');
    return { name: 'local', hosts: LOCAL_HOSTS };
  }
  if (hosts.length === 0) return { name: 'store', hosts: [] };
  for (const host of hosts) {
    if (!HOST_PATTERN.test(host)) {
      throw new Error(`"${host}" is not a host this build can name. Write it like https://crm.example.com/*`);
    }
  }
  return { name: 'company', hosts };
}

/**
 * The content security policy of every extension page and of the background.
 *
 * Styles need no 'unsafe-inline': React writes them through the style object, which the policy does not see.
 * `connect-src` is not what guards the network, the host permissions are; it leaves out plain http except on
 * this machine, because a token must not travel in the clear.
 * The one Trusted Types policy admits only our own worker scripts.
 */
function contentSecurityPolicy(): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types touchline-worker',
  ].join('; ');
}

/** `optional_host_permissions` and its neighbours: who may be read now, and who may be asked for later. */
function hostKeys(kind: BuildKind): UserManifest {
  if (kind.name === 'company') return { host_permissions: [...kind.hosts] };
  return { host_permissions: [...kind.hosts], optional_host_permissions: [...ANY_SITE] };
}

/** Where the panel's frame may be shown: any site, because the CRM's address is not known beforehand. */
function framedOn(kind: BuildKind): string[] {
  return kind.name === 'company' ? [...kind.hosts] : [...ANY_SITE];
}

/**
 * The manifest, but for what WXT adds by itself from the entrypoints (background, side panel, options page),
 * the icons in public/icon and the version in package.json.
 * @param browser WXT's name of the target: 'firefox' differs, everything else is Chromium.
 */
export function manifestFor(browser: string, kind: BuildKind): UserManifest {
  const common: UserManifest = {
    name: '__MSG_appName__',
    description: '__MSG_appDescription__',
    default_locale: 'en',
    incognito: 'not_allowed',
    ...hostKeys(kind),
    content_security_policy: { extension_pages: contentSecurityPolicy() },
    action: { default_title: '__MSG_appName__' },
    commands: {
      'toggle-panel': {
        // Not Alt+Shift+T: Chromium keeps that for its own toolbar and then gives the command no key (tried).
        suggested_key: { default: 'Alt+Shift+L', mac: 'Alt+Shift+L' },
        description: '__MSG_commandTogglePanel__',
      },
    },
  };
  if (browser === 'firefox') {
    return {
      ...common,
      // Firefox knows no optional `identity` (web-ext lint), no policy schema, no dynamic address.
      permissions: ['storage', 'unlimitedStorage', 'alarms', 'scripting'],
      web_accessible_resources: [{ resources: ['sidepanel.html'], matches: framedOn(kind) }],
      browser_specific_settings: {
        gecko: {
          id: FIREFOX_ID,
          // The first version that shows data_collection_permissions at install.
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    };
  }
  return {
    ...common,
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'scripting', 'sidePanel'],
    optional_permissions: ['identity'],
    key: KEY,
    // Alarms of 30 s came with 120; iframe.credentialless and sidePanel.open are older. moveBefore (133) is
    // used where it is there.
    minimum_chrome_version: '120',
    web_accessible_resources: [
      { resources: ['sidepanel.html'], matches: framedOn(kind), use_dynamic_url: true },
    ],
    storage: { managed_schema: 'managed-schema.json' },
  };
}
