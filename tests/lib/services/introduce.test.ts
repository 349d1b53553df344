import { describe, expect, it } from 'vitest';
import type { CrmUser } from '@/lib/domain/instance';
import { ALEX, content, serviceScene, value } from './scene';

const NOW = Date.UTC(2026, 10, 23, 15, 0);
const SAM: CrmUser = { remoteId: 'u-sam', name: 'Sam', aliases: [] };

async function open() {
  const user: CrmUser = { ...ALEX, aliases: ['employee-4'] };
  const scene = await serviceScene({
    now: NOW,
    api: {
      probe: async () => ({ ok: true, value: { tenant: null, currency: 'USD' } }),
      whoami: async () => ({ ok: true, value: user }),
      read: async () => ({ ok: false, fault: { code: 'unsupported', message: '', retry: false } }),
    },
  });
  const asked = () => scene.test.carried.filter(({ operation }) => operation === 'whoami').length;
  /** Another document of the same tab: a reload. */
  async function load(documentId: string, signedIn: CrmUser | null) {
    const from = { ...content, documentId };
    value(
      await scene.handlers['content.hello']({ url: 'https://crm.example/one', kind: 'salesforce' }, from),
    );
    await scene.show('A', { signedIn }, from);
  }
  return { load, asked };
}

describe('who is signed in', () => {
  it('is asked of the API once for somebody whom the page names, whatever number of pages is opened', async () => {
    const { load, asked } = await open();
    await load('one', ALEX);
    await expect.poll(asked).toBe(1);
    for (const document of ['two', 'three', 'four']) await load(document, ALEX);
    // Somebody else is a question again: once it is asked, those before would have been.
    await load('five', SAM);
    await expect.poll(asked).toBe(2);
  });

  it('is asked at each page that names nobody', async () => {
    const { load, asked } = await open();
    await load('one', null);
    await expect.poll(asked).toBe(1);
    await load('two', null);
    await expect.poll(asked).toBe(2);
  });
});
