// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { dialsGoal, leadView, NOW, showPanel, type Stage } from '../support';

type Goal = ReturnType<typeof dialsGoal>;
/** `NOW` is two in the afternoon there. */
const ZONE = 'Asia/Seoul';
const HOUR = 3_600_000;

function goal(value: number, pace: Partial<NonNullable<Goal['pace']>>): Goal {
  const plain = dialsGoal(value);
  return { ...plain, pace: { ...plain.pace!, ...pace } };
}

describe('the panel on the first day', () => {
  let stage: Stage;
  afterEach(() => stage.unmount());
  const text = () => document.body.textContent ?? '';

  it.each([
    ['en', 'counting since 13:00', '2 of 60'],
    ['ko', '13:00부터 집계', '2'],
  ] as const)('says since when it counts, and no verdict: %s', async (language, since, figure) => {
    const first = goal(2, { status: 'counting', expected: null, projection: null, since: NOW - HOUR });
    stage = await showPanel(leadView({ progress: [first], zone: ZONE, language }));
    expect(text()).toContain(since);
    expect(text()).toContain(figure);
    expect(text()).not.toMatch(/behind|watch|on pace|뒤처짐|주의|순조로움/);
    // The bar has no notch for "by now".
    expect(document.querySelector('[role=meter]')?.children).toHaveLength(1);
  });

  it('names the day, when that was another one', async () => {
    const late = goal(0, { status: 'counting', expected: null, since: NOW - 24 * HOUR });
    stage = await showPanel(leadView({ progress: [late], zone: ZONE }));
    expect(text()).toContain('counting since yesterday 14:00');
  });

  it('asks for whole calls where the target is a part of one', async () => {
    const rest = goal(2, { target: 51.85, fullTarget: null, restOfPeriod: true, since: NOW - HOUR });
    stage = await showPanel(leadView({ progress: [rest], zone: ZONE }));
    expect(text()).toContain('2 of 52 calls');
  });
});
