import { describe, expect, it } from 'vitest';
import { defaultOutcomes } from '@/lib/domain/outcome';
import { FIELD_NAMES } from '@/lib/domain/record';
import { around, SLOT } from '@/lib/words/format/around';
import { outcomeWords } from '@/lib/words/outcomes';
import { say, sayIf } from '@/lib/words/say';

describe('say', () => {
  it('fills plurals and ordinals', () => {
    expect(say('en', 'ui.workingDays', { n: 1 })).toBe('1 working day');
    expect(say('en', 'ui.workingDays', { n: 3 })).toBe('3 working days');
    expect([1, 2, 3, 4, 11, 22].map((n) => say('en', 'panel.try', { n }))).toEqual([
      '1st try',
      '2nd try',
      '3rd try',
      '4th try',
      '11th try',
      '22nd try',
    ]);
  });

  it('leaves markup in values alone: nothing is read as a tag or a pattern', () => {
    const name = "<b>{n}</b> '{x}'";
    expect(say('en', 'panel.owner', { name })).toBe(`${name}’s record`);
  });

  it('puts Korean particles after values', () => {
    expect(say('ko', 'calls.savedWhat', { what: '결번' })).toBe('결번으로 저장했어요');
    expect(say('ko', 'calls.savedWhat', { what: '부재' })).toBe('부재로 저장했어요');
  });
});

describe('sayIf', () => {
  it('answers null for a room or a key that is not there, and for values that are missing', () => {
    expect(sayIf('en', 'nowhere.key')).toBeNull();
    expect(sayIf('en', 'ui.toString')).toBeNull();
    expect(sayIf('en', 'coaching.unknown-rule')).toBeNull();
    expect(sayIf('en', 'coaching.idle', {})).toBeNull();
  });
});

describe('around', () => {
  it('cuts a message where a screen draws the value itself', () => {
    expect(around(`today ${SLOT} of 60`)).toEqual(['today', 'of 60']);
    expect(around('no slot')).toEqual(['no slot', '']);
  });
});

describe('words that data asks for', () => {
  it.each(['en', 'ko'] as const)('every built-in outcome and field has words in %s', (language) => {
    for (const { id } of defaultOutcomes(language)) {
      expect(outcomeWords(language, id)).not.toBe(id);
      expect(sayIf(language, `calls.past.${id}`)).not.toBeNull();
    }
    for (const name of FIELD_NAMES) expect(sayIf(language, `crm.field.${name}`)).not.toBeNull();
  });
});
