import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eventIdSchema } from '@/lib/domain/ids';
import { requestId } from '@/lib/platform/request-id';

const sixteen = fc.uint8Array({ minLength: 16, maxLength: 16 });

it('is an id the border accepts, in the order of its moments, another for other chance', () => {
  fc.assert(
    fc.property(fc.nat({ max: 4e12 }), fc.nat({ max: 4e12 }), sixteen, (one, other, random) => {
      const [first, second] = [requestId(one, random), requestId(other, random)];
      expect(eventIdSchema.safeParse(first).success).toBe(true);
      expect(Math.sign(first < second ? -1 : first > second ? 1 : 0)).toBe(Math.sign(one - other));
    }),
  );
  const ids = Array.from({ length: 256 }, (_, byte) => requestId(0, new Uint8Array(16).fill(byte)));
  expect(new Set(ids).size).toBe(32);
});
