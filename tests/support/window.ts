import type { Page } from 'playwright-core';
import type { Launched } from './browser.ts';

/**
 * Takes the window's focus away from a page as another program does, and answers how to come back. The protocol
 * otherwise keeps every page believing that it has the focus.
 */
export async function leaveWindow(browser: Launched, page: Page): Promise<() => Promise<void>> {
  const session = await browser.context.newCDPSession(page);
  const other = await browser.context.newPage();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  await other.bringToFront();
  await page.waitForFunction(() => !document.hasFocus());
  return async () => {
    await other.close();
    await page.bringToFront();
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await page.waitForFunction(() => document.hasFocus());
    await session.detach();
  };
}
