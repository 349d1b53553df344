import { faultCode } from '../queries/fault';
import { Button } from '../ui/button';
import { useWords } from '../ui/language';
import styles from './parts.module.css';

/** What went wrong, in plain words, with a way to try again where that may help. */
export function FaultLine(props: { readonly error: unknown; readonly onRetry?: () => void }) {
  const words = useWords();
  return (
    <p role="alert" className={styles.fault}>
      <span>{words(`ui.fault.${faultCode(props.error)}`)}</span>
      {props.onRetry && (
        <Button small onClick={props.onRetry}>
          {words('ui.retry')}
        </Button>
      )}
    </p>
  );
}
