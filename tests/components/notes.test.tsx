// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import type { NoteDraft, NoteView } from '@/lib/rpc/view';
import { threadsOf } from '@/components/notes/threads';
import { byLabel, click, LEAD, leadView, press, settle, showPanel, type, type Stage } from './support';

let stage: Stage | null = null;
afterEach(async () => {
  await stage?.unmount();
  stage = null;
});

const KIM: NoteView = {
  ...{ id: '01J00000000000000000000031' as NoteView['id'], anchor: { on: 'record', name: null } },
  ...{ kind: 'plain', text: 'Who signs on their side?', author: 'Kim', mine: false },
  ...{ at: 1000, mark: 'open', re: null },
};
const prompt = { rule: 'idle', with: { days: 9 }, action: 'call' as const, evidence: [LEAD as never] };

function field(): HTMLTextAreaElement {
  return document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Note"]')!;
}

function sent(method: string): unknown[] {
  return stage!.calls.filter((call) => call.method === method).map((call) => call.input);
}

describe('a note being written', () => {
  it('is kept by the background while it grows, and gone once it is left', async () => {
    stage = await showPanel(leadView());
    await click(byLabel('Write a note'));
    await type(field(), 'Ask who signs');
    await settle(200);
    expect(sent('note.draft')).toMatchObject([{ record: LEAD, text: 'Ask who signs', re: null }]);
    await click(byLabel('Leave note'));
    expect(sent('note.leave')).toMatchObject([{ record: LEAD, text: 'Ask who signs', re: null }]);
    await click(byLabel('Write a note'));
    expect(field().value).toBe('');
  });

  it('comes back after the panel was loaded anew', async () => {
    const noteDraft: NoteDraft = {
      ...{ record: LEAD as NoteDraft['record'], text: 'Ask who', re: null, revision: 3 },
      ...{ anchor: { on: 'field', name: 'phone' }, kind: 'question' },
    };
    stage = await showPanel(leadView({ noteDraft }));
    await click(byLabel('Go on with your note'));
    expect(field().value).toBe('Ask who');
    expect(document.querySelector<HTMLSelectElement>('select[aria-label="About"]')!.value).toBe('phone');
  });

  it('stays a draft when it could not be left', async () => {
    stage = await showPanel(leadView());
    stage.faults.set('note.leave', [{ code: 'storage-full', message: '', retry: true }]);
    await click(byLabel('Write a note'));
    await type(field(), 'Ask who signs');
    await click(byLabel('Leave note'));
    expect(field().value).toBe('Ask who signs');
    expect(document.querySelector('[role=alert]')!.textContent).not.toBe('');
    await settle(200);
    expect(sent('note.draft').length).toBeGreaterThan(0);
  });

  it('folds the prompt to a line, so that both fit', async () => {
    stage = await showPanel(leadView({ prompt }));
    expect(byLabel('Prompt')).not.toBeNull();
    await click(byLabel('Write a note'));
    expect(byLabel('Prompt')).toBeNull();
    expect(document.querySelector('main')!.textContent).toContain('9');
  });

  it('can answer another, which it then names', async () => {
    stage = await showPanel(leadView({ notes: [KIM] }));
    await click(byLabel('Reply'));
    expect(document.querySelector('main')!.textContent).toContain('Your reply to Kim:');
    await type(field(), 'Their CFO');
    field().focus();
    await press('Enter', { ctrlKey: true });
    expect(sent('note.leave')).toMatchObject([{ text: 'Their CFO', re: KIM.id }]);
  });
});

describe('threads of notes', () => {
  const at = (id: string, when: number, re: string | null): NoteView => ({
    ...KIM,
    ...{ id: id as NoteView['id'], at: when, re: re as NoteView['re'] },
  });
  const shape = (notes: readonly NoteView[]) =>
    threadsOf(notes).map(({ note, answers }) => [note.id, ...answers.map((one) => one.id)]);

  it('gather answers, oldest first, the thread last written to on top', () => {
    expect(shape([at('d', 4, 'b'), at('c', 3, null), at('b', 2, 'a'), at('a', 1, null)])).toEqual([
      ['a', 'b', 'd'],
      ['c'],
    ]);
  });

  it('show an answer whose note is not here by itself, and end in a circle', () => {
    expect(shape([at('b', 2, 'gone')])).toEqual([['b']]);
    expect(shape([at('b', 2, 'a'), at('a', 1, 'b')]).flat().length).toBeGreaterThan(0);
  });
});

describe('a page that cannot be read', () => {
  it('still offers the log for the record of its address', async () => {
    stage = await showPanel(leadView({ state: 'cannot-read', record: null, mine: 'unknown' }));
    await press('Digit1');
    await press('Enter');
    expect(stage.logged()).toMatchObject([{ record: LEAD, outcome: 'no-answer' }]);
  });

  it('offers none where not even the address tells the record', async () => {
    stage = await showPanel(leadView({ state: 'cannot-read', record: null, about: null, mine: 'unknown' }));
    expect(document.querySelector('main')!.textContent).toContain('could not be told');
    await press('Digit1');
    expect(byLabel('Log a call')).toBeNull();
  });
});
