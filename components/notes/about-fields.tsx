import type { NoteDraft, PanelView } from '@/lib/rpc/view';
import { useWords } from '../ui/language';
import styles from './notes.module.css';

const KINDS = ['plain', 'praise', 'question', 'suggestion', 'must'] as const;

/** What kind of note it is and what it hangs on: the record, its stage, or one of its fields. */
export function AboutFields(props: {
  readonly view: PanelView;
  readonly draft: NoteDraft;
  readonly onChange: (part: Partial<Pick<NoteDraft, 'kind' | 'anchor'>>) => void;
}) {
  const words = useWords();
  const { view, draft } = props;
  const stage = view.record?.fields.stage?.value?.label ?? null;
  const { on, name } = draft.anchor;
  return (
    <div className={styles.actions}>
      <select
        aria-label={words('notes.kindLabel')}
        value={draft.kind}
        onChange={(event) => props.onChange({ kind: event.target.value as NoteDraft['kind'] })}
      >
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {words(`notes.kind.${one}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={words('notes.anchorLabel')}
        value={on === 'field' ? (name ?? '') : on}
        onChange={(event) => props.onChange({ anchor: anchorOf(event.target.value, stage) })}
      >
        <option value="record">{words('notes.on.record')}</option>
        {stage !== null && <option value="stage">{words('notes.on.stage', { name: stage })}</option>}
        {view.record?.expected.map((field) => (
          <option key={field} value={field}>
            {words('notes.on.field', { name: words(`crm.field.${field}`) })}
          </option>
        ))}
      </select>
    </div>
  );
}

function anchorOf(chosen: string, stage: string | null): NoteDraft['anchor'] {
  if (chosen === 'record') return { on: 'record', name: null };
  return chosen === 'stage' ? { on: 'stage', name: stage } : { on: 'field', name: chosen };
}
