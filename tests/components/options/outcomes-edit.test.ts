import { describe, expect, it } from 'vitest';
import { moved, reworded } from '@/components/options/outcomes/edit';
import { defaultOutcomes, outcomeSchema } from '@/lib/domain/outcome';

const built = defaultOutcomes('en');

describe('moving an outcome', () => {
  it('swaps it with its neighbour, and keys follow the order', () => {
    const after = moved(built, 'voicemail', -1);
    expect(after.slice(0, 2).map(({ id, key }) => [id, key])).toEqual([
      ['voicemail', 1],
      ['no-answer', 2],
    ]);
    expect(after.map(({ key }) => key)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('does nothing beyond the ends, or to one that is not there', () => {
    expect(moved(built, 'no-answer', -1)).toBe(built);
    expect(moved(built, 'do-not-call', 1)).toBe(built);
    expect(moved(built, 'nobody', 1)).toBe(built);
  });
});

describe('rewording an outcome', () => {
  const words = { en: 'Reception', ko: '안내' };
  const original = { en: 'Gatekeeper', ko: '안내·비서' };

  it('keeps its meaning, and forgets own words that are the built-in ones', () => {
    const own = reworded(built, 'gatekeeper', words, original);
    const changed = own.find(({ id }) => id === 'gatekeeper');
    expect(changed).toMatchObject({ words, meaning: { dial: true, connect: true } });
    expect(outcomeSchema.safeParse(changed).success).toBe(true);
    expect(reworded(own, 'gatekeeper', original, original)).toEqual(built);
  });
});
