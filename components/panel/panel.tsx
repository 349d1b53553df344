import { useEffect } from 'react';
import { useConnection } from '../queries/client';
import { faultCode } from '../queries/fault';
import { usePanelView } from '../queries/view';
import { Button } from '../ui/button';
import { browserLanguage, LanguageProvider, useWords } from '../ui/language';
import { LiveRegion } from '../ui/live';
import { useTheme } from '../ui/use-theme';
import { Desk } from './desk';
import { Notice } from './notice';
import styles from './panel.module.css';

/** The panel beside a CRM page: in its frame, or as the browser's own side panel. */
export function Panel() {
  const { data: view, error, refetch } = usePanelView();
  const language = view?.language ?? browserLanguage();
  useTheme(view?.appearance ?? 'page', language);
  return (
    <LanguageProvider language={language}>
      <main className={styles.panel}>
        {view !== undefined ? (
          <>
            {error !== null && <Stale code={faultCode(error)} />}
            <Desk view={view} />
          </>
        ) : error !== null ? (
          <Unanswered code={faultCode(error)} onRetry={() => void refetch()} />
        ) : null}
        <LiveRegion />
      </main>
    </LanguageProvider>
  );
}

/** What stands below was true before: the page may have moved on since. */
function Stale(props: { readonly code: ReturnType<typeof faultCode> }) {
  const words = useWords();
  return (
    <p role="alert" className={styles.stale}>
      {words('panel.stale', { why: words(`ui.fault.${props.code}`) })}
    </p>
  );
}

function Unanswered(props: { readonly code: ReturnType<typeof faultCode>; readonly onRetry: () => void }) {
  const words = useWords();
  const connection = useConnection();
  useEffect(() => connection.onArmed(props.onRetry), [connection, props.onRetry]);
  return (
    <Notice title={words('panel.broken.title')} text={words(`ui.fault.${props.code}`)}>
      <Button onClick={props.onRetry}>{words('ui.retry')}</Button>
    </Notice>
  );
}
