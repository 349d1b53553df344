import { useId, useState, type ComponentProps, type ReactNode } from 'react';
import { classes } from '../ui/classes';
import styles from './fields.module.css';

interface Common {
  readonly label: string;
  readonly help?: string | undefined;
  /** A sentence that says what is missing; null or absent when all is well. */
  readonly error?: string | null | undefined;
}

function describe(id: string, { help, error }: Common) {
  const by = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return { ...(by ? { 'aria-describedby': by } : {}), ...(error ? { 'aria-invalid': true as const } : {}) };
}

function Around(props: Common & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={props.id}>
        {props.label}
      </label>
      {props.children}
      {props.help && (
        <p id={`${props.id}-help`} className={styles.help}>
          {props.help}
        </p>
      )}
      {props.error && (
        <p id={`${props.id}-error`} className={styles.error}>
          {props.error}
        </p>
      )}
    </div>
  );
}

export function TextField({ label, help, error, className, ...rest }: Common & ComponentProps<'input'>) {
  const id = useId();
  return (
    <Around {...{ label, help, error, id }}>
      <input
        id={id}
        type="text"
        autoComplete="off"
        {...describe(id, { label, help, error })}
        {...rest}
        className={classes(styles.input, className)}
      />
    </Around>
  );
}

export function AreaField({ label, help, error, ...rest }: Common & ComponentProps<'textarea'>) {
  const id = useId();
  return (
    <Around {...{ label, help, error, id }}>
      <textarea id={id} {...describe(id, { label, help, error })} {...rest} className={styles.area} />
    </Around>
  );
}

export function SelectField({ label, help, error, className, ...rest }: Common & ComponentProps<'select'>) {
  const id = useId();
  return (
    <Around {...{ label, help, error, id }}>
      <select
        id={id}
        {...describe(id, { label, help, error })}
        {...rest}
        className={classes(styles.input, className)}
      />
    </Around>
  );
}

/** One box to tick, its label beside it. */
export function CheckField({ label, help, error, ...rest }: Common & ComponentProps<'input'>) {
  const id = useId();
  return (
    <div className={styles.check}>
      <input id={id} type="checkbox" {...describe(id, { label, help, error })} {...rest} />
      <label htmlFor={id}>
        {label}
        {help && (
          <span id={`${id}-help`} className={styles.help}>
            {help}
          </span>
        )}
      </label>
    </div>
  );
}

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly name: string;
  readonly help?: string;
}

/** One of a few, all in sight. */
export function ChoiceField<Value extends string>(props: {
  readonly label: string;
  readonly help?: string | undefined;
  readonly value: Value | null;
  readonly choices: readonly Choice<Value>[];
  /** May answer when it is done with, stored or not. */
  readonly onChoose: (value: Value) => void | Promise<unknown>;
}) {
  const id = useId();
  // Shown as chosen at once; as soon as whoever owns the value has it too, or could not keep it, theirs is shown again.
  const [picked, setPicked] = useState<Value | null>(null);
  if (picked !== null && picked === props.value) setPicked(null);
  const shown = picked ?? props.value;
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.label}>{props.label}</legend>
      <div className={styles.cards}>
        {props.choices.map(({ value, name, help }) => (
          <label key={value} className={styles.card}>
            <input
              type="radio"
              name={id}
              value={value}
              checked={shown === value}
              onChange={() => {
                setPicked(value);
                void Promise.resolve(props.onChoose(value)).then(() => setPicked(null));
              }}
            />
            <span>
              {name}
              {help && <span className={styles.help}>{help}</span>}
            </span>
          </label>
        ))}
      </div>
      {props.help && <p className={styles.help}>{props.help}</p>}
    </fieldset>
  );
}
