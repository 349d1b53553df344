import type { ReactNode } from 'react';
import styles from './panel.module.css';

/** Why there is nothing else to see, and the one thing to do about it. */
export function Notice(props: {
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}) {
  return (
    <section className={styles.notice} aria-label={props.title}>
      <h2 className={styles.noticeTitle}>{props.title}</h2>
      {props.text !== undefined && <p>{props.text}</p>}
      {props.children !== undefined && <div className={styles.actions}>{props.children}</div>}
    </section>
  );
}
