import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Dialog } from '@base-ui/react/dialog';
import { useId, type ReactNode } from 'react';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { useWords } from '../ui/language';
import styles from './parts.module.css';

/** A part of a page with its own heading. */
export function Block(props: {
  readonly title: string;
  readonly lead?: string;
  readonly children?: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.block} aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      {props.lead !== undefined && <p className={styles.lead}>{props.lead}</p>}
      <div className={styles.stack}>{props.children}</div>
    </section>
  );
}

/** Something that just happened or that one should know. `live` is read out when it appears. */
export function Notice(props: {
  readonly warn?: boolean;
  readonly live?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div
      className={classes(styles.notice, props.warn && styles.warn)}
      {...(props.live ? { role: 'status' } : {})}
    >
      {props.children}
    </div>
  );
}

/** Asks before something that cannot simply be undone. */
export function Confirm(props: {
  readonly open: boolean;
  readonly question: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly onClose: () => void;
}) {
  const words = useWords();
  return (
    <AlertDialog.Root open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.dialogBack} />
        <AlertDialog.Popup className={styles.dialog}>
          <AlertDialog.Title>{props.question}</AlertDialog.Title>
          <div className={styles.actions}>
            <AlertDialog.Close render={<Button />}>{words('ui.cancel')}</AlertDialog.Close>
            <Button
              className={styles.danger}
              onClick={() => {
                props.onYes();
                props.onClose();
              }}
            >
              {props.yes}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

/** A form over the page. */
export function Sheet(props: {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Dialog.Root open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.dialogBack} />
        <Dialog.Popup className={styles.dialog}>
          <Dialog.Title>{props.title}</Dialog.Title>
          {props.children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
