import { browser } from 'wxt/browser';

/** `storage.session`: memory of the browser, survives a dead worker, gone with the browser. Trusted contexts only. */
export const sessionStore = {
  async get(name: string): Promise<unknown> {
    return (await browser.storage.session.get(name))[name];
  },
  async put(name: string, value: unknown): Promise<void> {
    await browser.storage.session.set({ [name]: value });
  },
  async drop(name: string): Promise<void> {
    await browser.storage.session.remove(name);
  },
  async all(prefix: string): Promise<Readonly<Record<string, unknown>>> {
    const everything = await browser.storage.session.get(null);
    return Object.fromEntries(Object.entries(everything).filter(([name]) => name.startsWith(prefix)));
  },
};
