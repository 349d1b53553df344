import type { PanelView } from '@/lib/rpc/view';
import { useConnection } from '../queries/client';
import { usePanelStore } from '../stores/panel-store';
import { Button } from '../ui/button';
import { useLanguage, useWords, type Words } from '../ui/language';
import { FieldsRead } from './fields-read';
import { recordLine } from './record-line';
import { EyeIcon, FoldIcon, GaugeIcon } from '../ui/icons';
import styles from './panel.module.css';

/** Which record this is, how well it was read, hide, dashboard, fold away. */
export function Header(props: { readonly view: PanelView; readonly now: number; readonly logging: boolean }) {
  const words = useWords();
  const language = useLanguage();
  const connection = useConnection();
  const hidden = usePanelStore((state) => state.hidden);
  const { view } = props;
  const { record } = view;
  const name = record === null ? (view.about?.name ?? null) : (record.fields.name?.value ?? null);
  const account = record?.object === 'deal' ? null : (record?.fields.account?.value?.name ?? null);
  const shown =
    name ?? (record === null ? (view.instance?.label ?? words('ui.pageTitle')) : words('panel.unnamed'));
  const line =
    record === null
      ? props.logging
        ? pageLine(view, words)
        : []
      : recordLine(view, words, language, props.now, hidden);
  return (
    <header className={styles.header}>
      <div className={styles.headTop}>
        <h1 className={styles.name} title={account === null ? shown : `${shown} · ${account}`}>
          {shown}
          {account !== null && <span className={styles.account}> · {account}</span>}
        </h1>
        <Button
          look="icon"
          aria-pressed={hidden}
          aria-label={words(hidden ? 'panel.unhide' : 'panel.hide')}
          title={words(hidden ? 'panel.unhide' : 'panel.hide')}
          onClick={() => usePanelStore.getState().toggleHidden()}
        >
          <EyeIcon closed={hidden} />
        </Button>
        <Button
          look="icon"
          aria-label={words('panel.dashboard')}
          title={words('panel.dashboard')}
          onClick={() => connection.openPage('dashboard')}
        >
          <GaugeIcon />
        </Button>
        {connection.surface === 'framed' && (
          <Button
            look="icon"
            aria-label={words('panel.toStrip')}
            title={words('panel.toStrip')}
            onClick={() => connection.toShell('to-strip')}
          >
            <FoldIcon />
          </Button>
        )}
      </div>
      {line.length > 0 && (
        <div className={styles.headLine}>
          <p className={styles.recordLine}>{line.join(' · ')}</p>
          <FieldsRead view={view} />
        </div>
      )}
    </header>
  );
}

/** In place of the record's line while a log is open on a page that shows none (see no-record). */
function pageLine({ state }: PanelView, words: Words): readonly string[] {
  if (state === 'cannot-read') return [words('panel.cannotRead.title')];
  return state === 'waiting' || state === 'watching' ? [words(`panel.${state}.title`)] : [];
}
