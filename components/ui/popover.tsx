import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import styles from './popover.module.css';

/**
 * A small sheet that opens from a button and closes on Esc or a click beside it, with focus led in and back.
 * The trigger is any button element; its accessible name says what opens.
 */
export function Popover(props: {
  readonly trigger: ReactElement;
  readonly title: string;
  readonly children: ReactNode;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}) {
  const controlled =
    props.open === undefined
      ? {}
      : { open: props.open, onOpenChange: (open: boolean) => props.onOpenChange?.(open) };
  return (
    <Base.Root {...controlled}>
      <Base.Trigger render={props.trigger} />
      <Base.Portal>
        <Base.Positioner className={styles.positioner} sideOffset={4} collisionPadding={8}>
          <Base.Popup className={styles.popup}>
            <Base.Title className={styles.title}>{props.title}</Base.Title>
            {props.children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
