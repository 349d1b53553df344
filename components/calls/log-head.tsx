import { useState } from 'react';
import { duration, parseDuration } from '@/lib/words/format/duration';
import { moment } from '@/lib/words/format/when';
import { dayOf } from '@/lib/domain/time';
import type { Draft } from '@/lib/rpc/view';
import { Button } from '../ui/button';
import { isComposing } from '../ui/keys';
import { Popover } from '../ui/popover';
import { useNow } from '../ui/use-now';
import { useWords } from '../ui/language';
import type { LogTarget } from './log-context';
import { WhenFields } from './when-fields';
import styles from './calls.module.css';

/** Whom the log is about, how long the call is, their clock, and when it was. */
export function LogHead(props: {
  readonly target: LogTarget;
  readonly draft: Draft;
  readonly zone: string;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const { target, draft } = props;
  const [timeOpen, setTimeOpen] = useState(false);
  const now = useNow(1000);
  const title =
    draft.channel === 'call'
      ? words('calls.title')
      : words(draft.channel === 'meeting' ? 'calls.titleMet' : 'calls.titleMessage');
  function at(instant: number | null): void {
    props.onChange({ at: instant });
    setTimeOpen(false);
  }
  return (
    <header className={styles.head}>
      <h2 className={styles.title} title={target.name}>
        <span aria-hidden="true">
          {draft.channel === 'call' ? '☎' : draft.channel === 'meeting' ? '▣' : '✉'}
        </span>{' '}
        <span className="visually-hidden">{title}: </span>
        {target.name}
      </h2>
      {draft.channel === 'call' && (
        <Length
          key={`${draft.record} ${draft.durationSec}`}
          target={target}
          draft={draft}
          now={now}
          onChange={props.onChange}
        />
      )}
      <Popover
        title={words('calls.at')}
        open={timeOpen}
        onOpenChange={setTimeOpen}
        trigger={
          <Button small look="quiet" aria-label={`${words('calls.at')}: ${atWord()}`}>
            {atWord()} <span aria-hidden="true">▾</span>
          </Button>
        }
      >
        <div className={styles.times}>
          <Button small onClick={() => at(null)}>
            {words('calls.at.now')}
          </Button>
          <Button small onClick={() => at(now - 600_000)}>
            {words('calls.at.tenAgo')}
          </Button>
          <Button small onClick={() => at(now - 3_600_000)}>
            {words('calls.at.hourAgo')}
          </Button>
        </div>
        <div className={styles.times}>
          <span className={styles.soft}>{words('calls.at.clock')}</span>
          <WhenFields
            label={words('calls.at')}
            value={{ day: dayOf(draft.at ?? now, props.zone), at: draft.at ?? now }}
            zone={props.zone}
            onChange={(when) => typeof when?.at === 'number' && props.onChange({ at: when.at })}
          />
        </div>
      </Popover>
      <Button small look="icon" aria-label={words('calls.close')} title="Esc" onClick={props.onClose}>
        ✕
      </Button>
    </header>
  );

  function atWord(): string {
    return draft.at === null ? words('calls.atNow') : moment(words.language, draft.at, now, props.zone);
  }
}

/** Runs while the call runs, stands still from the first answer on, and can always be typed over. */
function Length(props: {
  readonly target: LogTarget;
  readonly draft: Draft;
  readonly now: number;
  readonly onChange: (part: Partial<Draft>) => void;
}) {
  const words = useWords();
  const { target, draft } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const running = target.running !== null && draft.durationSec === null;
  const seconds = running ? Math.floor((props.now - target.running!.startedAt) / 1000) : draft.durationSec;
  const shown = seconds === null ? '' : duration(seconds);
  function commit(): void {
    if (typed === null) return;
    const parsed = typed.trim() === '' ? null : parseDuration(typed);
    if (parsed !== null || typed.trim() === '') props.onChange({ durationSec: parsed });
    setTyped(null);
  }
  return (
    <input
      className={styles.length}
      inputMode="numeric"
      aria-label={words('calls.duration')}
      placeholder={words('calls.durationHint')}
      value={typed ?? shown}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && !isComposing(event.nativeEvent) && commit()}
    />
  );
}
