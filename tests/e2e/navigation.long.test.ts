import { afterAll, beforeAll, describe, it } from 'vitest';
import { setScene, type Scene } from '../support/scene.ts';
import { wander } from '../support/wander.ts';

describe('walking through a CRM that never loads a new page', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await setScene();
  });
  afterAll(() => scene?.close());

  it('always shows the record of the address', () => wander(scene, 1_000, 20_261_123), 3_600_000);
});
