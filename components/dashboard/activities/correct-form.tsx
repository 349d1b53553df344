import { useState } from 'react';
import { ulid } from 'ulid';
import { channelSchema, type Channel } from '@/lib/domain/events/kinds';
import type { EventId, RecordKey } from '@/lib/domain/ids';
import type { Outcome } from '@/lib/domain/outcome';
import type { ActivityView } from '@/lib/rpc/view';
import { AreaField, SelectField, TextField } from '../../pages/fields';
import { FaultLine } from '../../pages/fault-line';
import { Notice } from '../../pages/parts';
import parts from '../../pages/parts.module.css';
import { useAct } from '../../queries/act';
import { Button } from '../../ui/button';
import { useWords } from '../../ui/language';
import { TEXT_LIMIT } from '../../ui/text-limit';
import { correctionOf, typedOf, type Typed, type Wrong } from './correction';
import { outcomeText } from '../../calls/outcome-words';

export function CorrectForm(props: {
  readonly activity: ActivityView;
  readonly record: RecordKey;
  readonly outcomes: readonly Outcome[];
  readonly onDone: (saved: boolean) => void;
}) {
  const words = useWords();
  const correct = useAct('activity.correct');
  const { activity, record, outcomes } = props;
  const [typed, setTyped] = useState<Typed>(() => typedOf(activity));
  const [wrong, setWrong] = useState<Wrong | null>(null);
  // One id for the form's life: pressing Save again after a fault is the same act.
  const [id] = useState(() => ulid() as EventId);
  const change = (patch: Partial<Typed>) => setTyped({ ...typed, ...patch });
  const known = outcomes.some((outcome) => outcome.id === typed.outcome);
  const meets = outcomes.find((outcome) => outcome.id === typed.outcome)?.wants === 'meeting-time';

  function submit(event: React.SyntheticEvent) {
    event.preventDefault();
    const correction = correctionOf(activity, record, typed, id, Date.now());
    setWrong(correction.ok ? null : correction.wrong);
    if (correction.ok) correct.mutate(correction.input, { onSuccess: () => props.onDone(true) });
  }

  const whenWrong =
    wrong === 'when'
      ? words('dashboard.correct.whenWrong')
      : wrong === 'future'
        ? words('dashboard.correct.future')
        : null;
  return (
    <form className={parts.stack} noValidate onSubmit={submit}>
      <p className={parts.soft}>{words('dashboard.correct.lead')}</p>
      {activity.crm === 'done' && <Notice warn>{words('dashboard.correct.inCrm')}</Notice>}
      <div className={parts.pair}>
        <SelectField
          label={words('dashboard.correct.kind')}
          value={typed.channel}
          onChange={(event) => change({ channel: event.target.value as Channel })}
        >
          {channelSchema.options.map((channel) => (
            <option key={channel} value={channel}>
              {words(`calls.channel.${channel}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={words('dashboard.correct.outcome')}
          value={typed.outcome}
          onChange={(event) => change({ outcome: event.target.value })}
        >
          <option value="">{words('dashboard.correct.noOutcome')}</option>
          {!known && typed.outcome !== '' && (
            <option value={typed.outcome}>{outcomeText(words, outcomes, typed.outcome)}</option>
          )}
          {outcomes.map((outcome) => (
            <option key={outcome.id} value={outcome.id}>
              {outcomeText(words, outcomes, outcome.id)}
            </option>
          ))}
        </SelectField>
      </div>
      <div className={parts.row}>
        <div className={parts.date}>
          <TextField
            type="date"
            label={words('dashboard.correct.day')}
            value={typed.day}
            error={whenWrong}
            onChange={(event) => change({ day: event.target.value })}
          />
        </div>
        <div className={parts.half}>
          <TextField
            type="time"
            label={words('dashboard.correct.time', { zone: activity.zone })}
            value={typed.time}
            onChange={(event) => change({ time: event.target.value })}
          />
        </div>
        <div className={parts.half}>
          <TextField
            label={words('dashboard.correct.length')}
            value={typed.length}
            error={wrong === 'length' ? words('dashboard.correct.lengthWrong') : null}
            onChange={(event) => change({ length: event.target.value })}
          />
        </div>
      </div>
      {(meets || activity.meetingAt !== null) && (
        <div className={parts.row}>
          <div className={parts.date}>
            <TextField
              type="date"
              label={words('dashboard.correct.meetingDay')}
              value={typed.meetingDay}
              onChange={(event) => change({ meetingDay: event.target.value })}
            />
          </div>
          <div className={parts.half}>
            <TextField
              type="time"
              label={words('dashboard.correct.meetingTime')}
              value={typed.meetingTime}
              onChange={(event) => change({ meetingTime: event.target.value })}
            />
          </div>
        </div>
      )}
      <AreaField
        label={words('dashboard.correct.note')}
        maxLength={TEXT_LIMIT}
        value={typed.text}
        error={typed.text.length >= TEXT_LIMIT ? words('ui.full') : null}
        onChange={(event) => change({ text: event.target.value })}
      />
      {correct.error !== null && <FaultLine error={correct.error} />}
      <div className={parts.actions}>
        <Button onClick={() => props.onDone(false)}>{words('ui.cancel')}</Button>
        <Button type="submit" look="strong" disabled={correct.isPending}>
          {words('dashboard.correct.do')}
        </Button>
      </div>
    </form>
  );
}
