import type { Page } from 'playwright-core';

/** A key as a keyboard of another layout sends it: the place is the same, the letter is the layout's own. */
export async function pressAs(page: Page, code: string, key: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  // Chromium takes the key code from the place where the layout's letter is no Latin one.
  const event = { code, key, windowsVirtualKeyCode: code.charCodeAt(code.length - 1) };
  await session.send('Input.dispatchKeyEvent', {
    type: 'keyDown',
    text: key.length === 1 ? key : '',
    ...event,
  });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  await session.detach();
}
