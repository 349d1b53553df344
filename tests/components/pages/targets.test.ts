import { describe, expect, it } from 'vitest';
import { parseTarget } from '@/components/pages/targets';

describe('a target as typed', () => {
  it('is a whole number for counts', () => {
    expect(parseTarget('60', 'count', null)).toBe(60);
    expect(parseTarget(' 1,200 ', 'count', null)).toBe(1200);
    for (const text of ['0', '-3', '1.5', '1,20', 'sixty', ''])
      expect(parseTarget(text, 'count', null)).toBeNull();
  });

  it('is money in minor units of its currency', () => {
    expect(parseTarget('48k', 'money', 'USD')).toBe(4_800_000);
    expect(parseTarget('3천만원', 'money', 'KRW')).toBe(30_000_000);
    expect(parseTarget('0', 'money', 'USD')).toBeNull();
    expect(parseTarget('a lot', 'money', 'USD')).toBeNull();
  });

  it('is a share for rates', () => {
    expect(parseTarget('30', 'ratio', null)).toBeCloseTo(0.3, 12);
    expect(parseTarget('27.5 %', 'ratio', null)).toBeCloseTo(0.275, 12);
    expect(parseTarget('100%', 'ratio', null)).toBe(1);
    for (const text of ['0', '101', '-5', '']) expect(parseTarget(text, 'ratio', null)).toBeNull();
  });
});
