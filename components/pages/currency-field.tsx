import { useState } from 'react';
import { TextField } from './fields';
import styles from './fields.module.css';

/**
 * A currency's three letters, handed on as capitals. Shown as capitals too, but left as they were typed: a field
 * that changes its own text tears apart what an input method is writing in it ("krw" came out as "KKRKRW").
 */
export function CurrencyField(props: {
  readonly label: string;
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (currency: string) => void;
}) {
  const { value, onChange, ...rest } = props;
  const [typed, setTyped] = useState(value);
  return (
    <TextField
      {...rest}
      className={styles.code}
      maxLength={3}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(event.target.value.toUpperCase());
      }}
    />
  );
}
