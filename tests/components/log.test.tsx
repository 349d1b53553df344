// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { byLabel, click, LEAD, leadView, press, settle, showPanel, type, type Stage } from './support';

let stage: Stage | null = null;
afterEach(async () => {
  await stage?.unmount();
  stage = null;
});

function note(): HTMLTextAreaElement {
  return document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Note"]')!;
}

describe('the log by keys', () => {
  it.each(['Digit1', 'Numpad1'])('%s and Enter log a no answer', async (code) => {
    stage = await showPanel(leadView());
    await press(code);
    await press('Enter');
    expect(stage.logged()).toMatchObject([
      { record: LEAD, channel: 'call', outcome: 'no-answer', armedBy: 'key' },
    ]);
    expect(byLabel('Log a call')).toBeNull();
    expect(document.querySelector('[role=status]')!.textContent).toBe('Saved');
  });

  it('goes by the place of a key, not by its letter', async () => {
    stage = await showPanel(leadView());
    await press('KeyM', { key: 'ㅡ' });
    await press('KeyK', { key: 'ㅏ' });
    expect(stage.logged()).toMatchObject([{ channel: 'kakaotalk', outcome: null }]);
  });

  it.each([
    ['isComposing', { isComposing: true }],
    ['key code 229', { keyCode: 229 }],
  ])('Enter of an input method (%s) does not save', async (_, how) => {
    stage = await showPanel(leadView());
    await press('Digit6');
    note().focus();
    await press('Enter', how);
    expect(stage.logged()).toEqual([]);
    await press('Enter');
    expect(stage.logged()).toHaveLength(1);
  });

  it('leaves digits and letters in the note alone', async () => {
    stage = await showPanel(leadView());
    await press('Digit2');
    note().focus();
    await press('Digit9');
    await press('KeyM');
    expect(document.querySelector('[aria-checked=true]')!.textContent).toContain('Voicemail');
    expect(byLabel('Log a message')).toBeNull();
  });

  it.each(['ctrlKey', 'altKey', 'metaKey'])('a digit with %s is not ours', async (modifier) => {
    stage = await showPanel(leadView());
    await press('Digit1', { [modifier]: true });
    expect(byLabel('Log a call')).toBeNull();
  });

  it('Shift+Enter saves and opens the next one empty', async () => {
    stage = await showPanel(leadView());
    await press('Digit6');
    await type(note(), 'budget in May');
    await press('Enter', { shiftKey: true });
    expect(stage.logged()).toMatchObject([{ outcome: 'talked', text: 'budget in May' }]);
    expect(note().value).toBe('');
    expect(document.querySelector('[aria-checked=true]')).toBeNull();
  });

  it('Esc folds the log, keeps what was typed and gives focus back', async () => {
    stage = await showPanel(leadView());
    await press('KeyC');
    await type(note(), 'half a');
    await press('Escape');
    expect(byLabel('Log a call')).toBeNull();
    expect(stage.toShell).toEqual(['give-focus-back']);
    const saves = stage.calls.filter((call) => call.method === 'draft.save');
    expect(saves.at(-1)!.input).toMatchObject({ text: 'half a', open: false });
    await press('KeyC');
    expect(note().value).toBe('half a');
  });
});

describe('what is not saved', () => {
  it('a call without an outcome', async () => {
    stage = await showPanel(leadView());
    await press('KeyC');
    await press('Enter');
    expect(stage.logged()).toEqual([]);
    expect(document.querySelector('[role=alert]')!.textContent).toContain('Choose 1–9');
  });

  it('a callback and a meeting without a time', async () => {
    stage = await showPanel(leadView());
    await press('Digit5');
    await press('Enter');
    expect(document.querySelector('[role=alert]')!.textContent).toContain('call back');
    await press('Digit7');
    await press('Enter');
    expect(document.querySelector('[role=alert]')!.textContent).toContain('meeting');
    expect(stage.logged()).toEqual([]);
    await press('Digit5');
    await click(byLabel('in 1 h'));
    byLabel('Log a call')!.focus();
    await press('Enter');
    expect(stage.logged()).toMatchObject([{ outcome: 'callback', next: { kind: 'call', zone: 'UTC' } }]);
  });

  it('an end of contact that nobody confirmed', async () => {
    stage = await showPanel(leadView());
    await press('Digit9');
    await press('Enter');
    expect(stage.logged()).toEqual([]);
    await press('Escape');
    expect(stage.logged()).toEqual([]);
    await press('Enter');
    await press('Enter');
    expect(stage.logged()).toMatchObject([{ outcome: 'do-not-call' }]);
  });

  it('anything while it is not known who I am, or on another’s record', async () => {
    for (const change of [{ identity: 'ask' }, { identity: 'somebody-else' }, { mine: 'other' }] as const) {
      stage = await showPanel(leadView(change));
      await press('Digit1');
      await press('Enter');
      expect(stage.logged()).toEqual([]);
      expect(byLabel('Log')).toBeNull();
      await stage.unmount();
    }
    stage = null;
  });
});

describe('nothing typed is lost', () => {
  it('a keystroke is kept within 200 ms, and at once when focus leaves', async () => {
    stage = await showPanel(leadView());
    await press('KeyC');
    await settle(200);
    await type(note(), 'a');
    await settle(200);
    const saves = () => stage!.calls.filter((call) => call.method === 'draft.save');
    expect(saves().at(-1)!.input).toMatchObject({ text: 'a', revision: 1 });
    await type(note(), 'ab');
    window.dispatchEvent(new Event('blur'));
    await settle();
    expect(saves().at(-1)!.input).toMatchObject({ text: 'ab', revision: 2 });
  });

  it('a kept draft opens again with its words', async () => {
    stage = await showPanel(
      leadView({
        draft: {
          ...{ record: LEAD, channel: 'call', outcome: 'talked', text: 'price', at: null, durationSec: 90 },
          ...{ next: null, meetingAt: null, revision: 4, open: true },
        },
      }),
    );
    expect(note().value).toBe('price');
    expect(document.querySelector<HTMLInputElement>('input[aria-label^="Length"]')!.value).toBe('1:30');
  });

  it('after a dead worker Enter is the same act again, and words and choice are still there', async () => {
    stage = await showPanel(leadView());
    stage.faults.set('activity.log', [{ code: 'offline', message: 'worker gone', retry: true }]);
    await press('Digit6');
    await type(note(), 'kept');
    await press('Enter');
    expect(document.querySelector('[role=alert]')!.textContent).toContain('Not saved');
    expect(note().value).toBe('kept');
    await press('Enter');
    const [first, second] = stage.logged();
    expect(second!.id).toBe(first!.id);
    expect(stage.logged()).toHaveLength(2);
  });

  it('a draft that arrives late does not reopen a log that was saved', async () => {
    stage = await showPanel(leadView());
    await press('Digit1');
    await press('Enter');
    await stage.setView(
      leadView({
        draft: {
          ...{ record: LEAD, channel: 'call', outcome: 'no-answer', text: '', at: null, durationSec: null },
          ...{ next: null, meetingAt: null, revision: 0, open: true },
        },
      }),
    );
    expect(byLabel('Log a call')).toBeNull();
  });
});

describe('a running call', () => {
  const running = {
    record: LEAD,
    name: 'Dana Ruiz',
    number: '+1',
    startedAt: Date.now() - 42_000,
    by: 'tel',
  };

  it('stays with its record and contact when the page has moved on', async () => {
    stage = await showPanel(leadView({ running } as never));
    expect(byLabel('Log a call')!.textContent).toContain('Dana Ruiz');
    await stage.setView(leadView({ running, record: null, mine: 'unknown', state: 'watching' } as never));
    expect(byLabel('Log a call')!.textContent).toContain('Dana Ruiz');
    await press('Digit6');
    await press('Enter');
    expect(stage.logged()).toMatchObject([{ record: LEAD, outcome: 'talked', armedBy: 'tel' }]);
    expect(stage.calls.some((call) => call.method === 'call.stop')).toBe(true);
  });

  it('gives an answered call its length, and a ring none', async () => {
    stage = await showPanel(leadView({ running } as never));
    await press('Digit1');
    await press('Enter');
    expect(stage.logged()[0]!.durationSec).toBeNull();
    await stage.unmount();
    stage = await showPanel(leadView({ running } as never));
    await press('Digit6');
    await press('Enter');
    expect(stage.logged()[0]!.durationSec).toBeGreaterThanOrEqual(42);
  });
});
