// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { byLabel, click, dialsGoal, leadView, showPanel, type Stage } from './support';

let stage: Stage | null = null;
afterEach(async () => {
  await stage?.unmount();
  stage = null;
});

function text(): string {
  return document.querySelector('main')!.textContent!;
}

describe('what the panel says', () => {
  it('shows the headline with one word and a meter', async () => {
    stage = await showPanel(leadView());
    expect(text()).toContain('23 of 60 calls today');
    expect(text()).toContain('on pace');
    expect(document.querySelector('[role=meter]')!.getAttribute('aria-valuenow')).toBe('38');
  });

  it('shows an unknown figure as a dash with its reason: no 0, no meter, no pace', async () => {
    stage = await showPanel(leadView({ progress: [dialsGoal(null)] }));
    expect(text()).toContain('— of 60 calls today');
    expect(text()).toContain('not covered yet');
    expect(document.querySelector('[role=meter]')).toBeNull();
    expect(text()).not.toContain('on pace');
  });

  it('opens how a figure is counted', async () => {
    stage = await showPanel(leadView());
    await click(
      [...document.querySelectorAll('button')].find((one) => one.textContent!.includes('How is this')) ??
        null,
    );
    const sheet = document.querySelector('[role=dialog]')!.textContent!;
    expect(sheet).toContain('your own log, 23 entries');
    expect(sheet).toContain('Left outnothing');
  });

  it('asks who I am before anything else, and tells the background', async () => {
    stage = await showPanel(leadView({ identity: 'ask' }));
    await click(byLabel('That’s me'));
    const [asked] = stage.calls.filter((call) => call.method === 'identity.confirm');
    expect(asked!.input).toMatchObject({ remoteId: '005', mine: true });
  });

  it('says that the page cannot be read, and still shows the goals', async () => {
    stage = await showPanel(leadView({ state: 'cannot-read', record: null, mine: 'unknown' }));
    expect(text()).toContain('This page cannot be read');
    expect(text()).toContain('23 of 60 calls today');
  });

  it('on another’s record names the owner and offers a note, no log', async () => {
    stage = await showPanel(leadView({ mine: 'other' }));
    expect(text()).toContain('Alex Moreau’s record');
    expect(byLabel('Write a note')).not.toBeNull();
    expect(byLabel('Log')).toBeNull();
  });

  it('hides notes on request', async () => {
    const note = {
      ...{
        id: '01J00000000000000000000031',
        anchor: { on: 'record' as const, name: null },
        kind: 'plain' as const,
      },
      ...{ text: 'secret word', author: 'Kim', mine: false, at: 0, mark: 'open' as const, re: null },
    };
    stage = await showPanel(leadView({ notes: [note] }));
    expect(text()).toContain('secret word');
    await click(byLabel('Hide money and notes'));
    expect(text()).not.toContain('secret word');
  });

  it('speaks Korean when the settings say so', async () => {
    stage = await showPanel(leadView({ language: 'ko' }));
    expect(text()).toContain('오늘 전화 23 / 60건');
    expect(document.documentElement.lang).toBe('ko');
  });

  it('markup in a name stays text', async () => {
    const view = leadView();
    const name = { ...view.record!.fields.name!, value: '<img src=x onerror=alert(1)>' };
    stage = await showPanel({
      ...view,
      record: { ...view.record!, fields: { ...view.record!.fields, name } },
    });
    expect(document.querySelector('img')).toBeNull();
    expect(text()).toContain('<img src=x');
  });
});
