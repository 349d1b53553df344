import { beforeEach, describe, expect, it } from 'vitest';
import { createDrafts, type DraftStore, type Draftable } from '@/components/stores/drafts';
import type { RecordKey } from '@/lib/domain/ids';

const A = 'crm/Deal/a' as RecordKey;
let store: DraftStore<Draftable>;
const text = () => store.getState().drafts[A]?.draft.text;
const write = (words: string) => store.getState().change(A, { text: words });
/** As the background answers a save: its revision goes up, and the database's with it. */
function save(at: number): void {
  const sent = store.getState().drafts[A]!;
  store.getState().saved(sent, { revision: sent.draft.revision + 1, at });
}

beforeEach(() => {
  store = createDrafts((record) => ({ record, text: '', revision: 0 }));
});

describe('a draft that is kept no more', () => {
  it('became a log elsewhere, and goes here too', () => {
    write('one');
    save(5);
    store.getState().gone(A, 6);
    expect(text()).toBeUndefined();
  });

  it('is not gone by an answer from before it was kept', () => {
    write('one');
    save(5);
    store.getState().gone(A, 4);
    expect(text()).toBe('one');
  });

  it('stays while it was never kept, or has grown since', () => {
    write('one');
    store.getState().gone(A, 9);
    expect(text()).toBe('one');
    save(10);
    write('one two');
    store.getState().gone(A, 11);
    expect(text()).toBe('one two');
  });
});

describe('a draft that two surfaces typed into', () => {
  const theirs = (words: string) => ({ record: A, text: words, revision: 2 });

  it.each([
    ['nothing yet', '', 'theirs', 'ours', 'theirs\nours'],
    [
      'the same words',
      'Asked who signs.',
      'Asked who signs. The CFO.',
      'Asked who signs. By Friday.',
      'Asked who signs. The CFO.\nBy Friday.',
    ],
    ['words one of them took out', 'abc', 'xyz', 'abc d', 'xyz\nabc d'],
    ['what the other has as well', 'a', 'a b', 'a b c', 'a b c'],
  ])('has both after %s', (_, base, other, own, both) => {
    if (base !== '') {
      write(base);
      save(1);
    }
    write(own);
    store.getState().rebase(A, theirs(other));
    expect(text()).toBe(both);
    expect(store.getState().drafts[A]!.draft.revision).toBe(2);
  });
});
