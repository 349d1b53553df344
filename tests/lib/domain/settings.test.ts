import { describe, expect, it } from 'vitest';
import { languageAmong } from '@/lib/domain/settings';

describe('the language among a person’s own', () => {
  it.each([
    [['ko'], 'ko'],
    [['ko-KR', 'en-US'], 'ko'],
    [['en-GB', 'ko'], 'en'],
    [['de-DE', 'ko-KR', 'en'], 'ko'],
    [['KO_kr'], 'ko'],
    [['kok', 'de'], 'en'],
    [[], 'en'],
  ])('of %j is %s', (tags, language) => {
    expect(languageAmong(tags)).toBe(language);
  });
});
