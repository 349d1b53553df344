import { expect } from 'vitest';
import { followLink, openRecord, SOON_MS } from './desk.ts';
import type { Scene } from './scene.ts';

interface Place {
  readonly id: string;
  readonly name: string;
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32, public domain). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Deals and leads with names nobody else has, so that a name on the panel tells which record it is. */
function places({ crm }: Scene): Place[] {
  const { Opportunity, Lead } = crm.state.tables;
  const all = [...Opportunity.values(), ...Lead.values()].map(({ Id, Name }) => ({
    id: Id,
    name: String(Name),
  }));
  const counts = Map.groupBy(all, ({ name }) => name);
  return all.filter(({ name }) => counts.get(name)!.length === 1);
}

/**
 * Walks through the practice CRM inside one document, as its links do: forward, back, and away again before a page
 * has come. After each walk the panel has to show the record of the address and to stay there, on the way no name
 * but those of the addresses passed may have stood in it, and there has to be one panel.
 */
export async function wander(scene: Scene, walks: number, seed: number): Promise<void> {
  const random = seeded(seed);
  const all = places(scene);
  const byId = new Map(all.map((place) => [place.id, place]));
  const { page, panel } = await openRecord(scene, scene.crm.state.known.deal);
  const heading = () => panel.evaluate(() => document.querySelector('h1')?.firstChild?.textContent ?? '');
  await panel.evaluate(keepHeadings);
  let before = byId.get(scene.crm.state.known.deal)!;
  await expect.poll(heading, { timeout: SOON_MS }).toBe(before.name);
  let steps = 0;
  for (let walk = 0; walk < walks; walk += 1) {
    const what = `walk ${walk} of seed ${seed}`;
    expect(await heading(), `${what}: left where it was`).toBe(before.name);
    await panel.evaluate(() => void ((globalThis as unknown as Kept).headings = []));
    const passed = [before.name];
    const kind = random();
    if (kind < 0.2 && steps > 0) {
      await page.evaluate(
        () => new Promise((done) => (addEventListener('popstate', done, { once: true }), history.back())),
      );
      steps -= 1;
    } else {
      // One in five passes two others that never get drawn.
      for (let hop = kind > 0.8 ? 3 : 1; hop > 0; hop -= 1) {
        const { id, name } = all[Math.floor(random() * all.length)]!;
        await page.evaluate(followLink, new URL(scene.crm.recordUrl(id)).pathname);
        passed.push(name);
        steps += 1;
      }
    }
    const href = await page.evaluate(() => location.href);
    before = byId.get(/\/([0-9A-Za-z]{18})\/view/.exec(href)?.[1] ?? '')!;
    await expect.poll(heading, { timeout: SOON_MS, interval: 30, message: what }).toBe(before.name);
    const seen = await panel.evaluate(() => (globalThis as unknown as Kept).headings);
    const strangers = seen.filter((name) => byName(all, name) && ![...passed, before.name].includes(name));
    expect(strangers, what).toEqual([]);
    expect(await page.locator('touchline-panel').count(), what).toBe(1);
  }
}

interface Kept {
  headings: string[];
}

function byName(all: readonly Place[], name: string): boolean {
  return all.some((place) => place.name === name);
}

/** Runs in the panel: every heading that ever stood there. */
function keepHeadings(): void {
  const kept = globalThis as unknown as Kept;
  kept.headings = [];
  new MutationObserver(() =>
    kept.headings.push(document.querySelector('h1')?.firstChild?.textContent ?? ''),
  ).observe(document.body, { childList: true, subtree: true, characterData: true });
}
