import type { PanelView } from '@/lib/rpc/view';
import { Button } from '../ui/button';
import { Popover } from '../ui/popover';
import { useWords } from '../ui/language';
import styles from './panel.module.css';

/** "9/11": how many of the fields looked for were found here; opens the list of those that were not. */
export function FieldsRead(props: { readonly view: PanelView }) {
  const words = useWords();
  const { read, expected, missing } = props.view.readable;
  if (expected === 0) return null;
  const fields = props.view.record?.fields;
  const rounded = fields?.amount?.rounded === true;
  return (
    <Popover
      title={words('panel.fields.label', { read, expected })}
      trigger={
        <Button small look="quiet" className={styles.fields}>
          {words('panel.fields.short', { read, expected })}
          <span className="visually-hidden"> {words('panel.fields.read')}</span>
        </Button>
      }
    >
      {missing.length === 0 ? (
        <p>{words('panel.fields.all')}</p>
      ) : (
        <>
          <p className={styles.soft}>{words('panel.fields.missing')}</p>
          <ul className={styles.list}>
            {missing.map((name) => (
              <li key={name}>{words(`crm.field.${name}`)}</li>
            ))}
          </ul>
        </>
      )}
      {rounded && <p>{words('panel.fields.rounded', { field: words('crm.field.amount') })}</p>}
    </Popover>
  );
}
