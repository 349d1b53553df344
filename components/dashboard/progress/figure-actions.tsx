import { useState } from 'react';
import type { Figure, Progress } from '@/lib/rpc/view';
import { Sheet } from '../../pages/parts';
import { useZone } from '../../pages/settings';
import { Counted } from '../../progress/counted';
import { Button } from '../../ui/button';
import { useWords } from '../../ui/language';
import { Inputs } from './inputs';
import styles from './progress.module.css';

/** Under every figure: how it is counted, and the records it is made of. */
export function FigureActions(props: { readonly figure: Figure; readonly pace: Progress['pace'] }) {
  const words = useWords();
  const zone = useZone();
  const [open, setOpen] = useState(false);
  const { figure } = props;
  const metric = words.maybe(`metrics.${figure.metric}.name`) ?? figure.metric;
  return (
    <div className={styles.actions}>
      <Counted
        figure={figure}
        pace={props.pace}
        zone={zone}
        trigger={
          <Button look="quiet" small aria-label={words('progress.howOf', { metric })}>
            {words('progress.how')}
          </Button>
        }
      />
      <Button
        look="quiet"
        small
        aria-label={`${words('dashboard.counted.inputs')}: ${metric}`}
        onClick={() => setOpen(true)}
      >
        {words('dashboard.counted.inputs')}
      </Button>
      <Sheet
        open={open}
        title={`${metric}: ${words('dashboard.counted.inputs')}`}
        onClose={() => setOpen(false)}
      >
        <Inputs figure={figure} onClose={() => setOpen(false)} />
      </Sheet>
    </div>
  );
}
