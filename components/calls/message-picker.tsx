import { useWords } from '../ui/language';
import { Button } from '../ui/button';
import styles from './calls.module.css';

/** M, then one of these letters. */
export const MESSAGE_KEYS = { E: 'email', S: 'sms', L: 'linkedin', K: 'kakaotalk' } as const;
export type MessageChannel = (typeof MESSAGE_KEYS)[keyof typeof MESSAGE_KEYS];

export function MessagePicker(props: {
  readonly busy: boolean;
  readonly onPick: (channel: MessageChannel) => void;
  readonly onCancel: () => void;
}) {
  const words = useWords();
  return (
    <section className={styles.picker} aria-label={words('calls.titleMessage')}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words('calls.message.choose')}</h2>
        <Button small look="icon" aria-label={words('ui.cancel')} onClick={props.onCancel}>
          ✕
        </Button>
      </div>
      <div className={styles.pickerGrid}>
        {Object.entries(MESSAGE_KEYS).map(([letter, channel]) => (
          <Button
            key={letter}
            hint={letter}
            aria-keyshortcuts={letter}
            disabled={props.busy}
            onClick={() => props.onPick(channel)}
          >
            {words(`calls.channel.${channel}`)}
          </Button>
        ))}
      </div>
      <p className={styles.problem}>{words('calls.message.hint')}</p>
    </section>
  );
}
