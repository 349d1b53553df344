import type { NoteView } from '@/lib/rpc/view';
import type { Words } from '../ui/language';

/** "on Close date": what a note hangs on; a field name this build has no words for is shown as it is. */
export function anchorText(words: Words, note: NoteView): string {
  const { on, name } = note.anchor;
  if (on === 'field')
    return words('notes.on.field', { name: words.maybe(`crm.field.${name ?? ''}`) ?? name ?? '' });
  if (on === 'stage') return words('notes.on.stage', { name: name ?? '' });
  return words(`notes.on.${on}`);
}
