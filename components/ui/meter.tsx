import styles from './meter.module.css';

/** How far a figure is: `value` and `expected` as shares of the target, 0…1 and beyond. */
export function Meter(props: {
  readonly label: string;
  readonly value: number;
  readonly expected: number | null;
  readonly text: string;
}) {
  const share = Math.min(1, Math.max(0, props.value));
  return (
    <div
      className={styles.track}
      role="meter"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={props.text}
    >
      <span className={styles.fill} style={{ width: `${share * 100}%` }} />
      {props.expected !== null && props.expected > 0 && props.expected < 1 && (
        <span className={styles.expected} style={{ left: `${props.expected * 100}%` }} />
      )}
    </div>
  );
}
