import type { ComponentProps } from 'react';
import { classes } from './classes';
import styles from './button.module.css';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `strong` is the one thing to do; `quiet` reads like a link; `icon` is a square. */
  readonly look?: 'plain' | 'strong' | 'quiet' | 'icon';
  readonly small?: boolean;
  /** The key that does the same, shown behind the word. */
  readonly hint?: string;
}

export function Button({ look = 'plain', small = false, hint, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(styles.button, look !== 'plain' && styles[look], small && styles.small, className)}
    >
      {children}
      {hint !== undefined && (
        <span className={styles.key} aria-hidden="true">
          {hint}
        </span>
      )}
    </button>
  );
}
