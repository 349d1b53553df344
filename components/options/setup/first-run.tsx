import { useState } from 'react';
import parts from '../../pages/parts.module.css';
import { useConnection } from '../../queries/client';
import { Button } from '../../ui/button';
import { useWords } from '../../ui/language';
import { AddCrm } from '../crms/add-crm';
import { DoneStep } from './done-step';
import styles from './first-run.module.css';
import { GoalStep } from './goal-step';
import { PlaceStep } from './place-step';
import { YouStep } from './you-step';

const STEPS = ['you', 'goal', 'place', 'crm'] as const;
type Step = (typeof STEPS)[number];

/** Four questions, each saved when it is answered; the step is in the address, so a reload goes on where it was. */
export function FirstRun(props: { readonly step: string; readonly go: (step: string) => void }) {
  const words = useWords();
  const connection = useConnection();
  const [crm, setCrm] = useState<string | null>(null);
  const step = props.step === 'done' ? null : (STEPS.find((id) => id === props.step) ?? 'you');
  const at = step === null ? STEPS.length : STEPS.indexOf(step);
  const { go } = props;
  return (
    <main className={styles.page}>
      <p className={styles.brand}>Touchline</p>
      <h1 className={styles.title}>{words('setup.title')}</h1>
      <p className={parts.lead}>{words('setup.lead')}</p>
      <ol className={styles.steps} aria-label={words('setup.steps')}>
        {STEPS.map((id, index) => (
          <li
            key={id}
            className={index < at ? styles.gone : undefined}
            aria-current={id === step ? 'step' : undefined}
          >
            {words(`setup.${id}.title`)}
          </li>
        ))}
      </ol>
      <section className={styles.card} aria-labelledby="step-title">
        <h2 id="step-title">
          {words(step === null ? 'setup.done.title' : (`setup.${step}.title` as const))}
        </h2>
        {step === 'you' && <YouStep onDone={() => go('goal')} />}
        {step === 'goal' && <GoalStep onDone={() => go('place')} />}
        {step === 'place' && <PlaceStep onDone={() => go('crm')} />}
        {step === 'crm' && (
          <div className={parts.stack}>
            <p className={parts.lead}>{words('setup.crm.lead')}</p>
            <AddCrm onAdded={({ instance }) => setCrm(instance.label)} />
            <div className={parts.actions}>
              <Button look={crm === null ? 'plain' : 'strong'} onClick={() => go('done')}>
                {words(crm === null ? 'setup.skipCrm' : 'setup.next')}
              </Button>
            </div>
          </div>
        )}
        {step === null && (
          <DoneStep
            onOptions={() => {
              window.location.hash = 'crms';
            }}
            onDashboard={() => connection.openPage('dashboard')}
          />
        )}
      </section>
      {step !== null && at > 0 && (
        <Button look="quiet" onClick={() => go(STEPS[at - 1] as Step)}>
          {words('ui.back')}
        </Button>
      )}
    </main>
  );
}
