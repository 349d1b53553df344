import { channelSchema, type Channel } from '@/lib/domain/events/kinds';
import type { Outcome } from '@/lib/domain/outcome';
import { SelectField, TextField } from '../../pages/fields';
import parts from '../../pages/parts.module.css';
import { Button } from '../../ui/button';
import { useWords } from '../../ui/language';
import { outcomeText } from '../../calls/outcome-words';

export interface Filters {
  /** Civil days, both in; '' = no bound. */
  readonly from: string;
  readonly to: string;
  readonly channel: Channel | '';
  readonly outcome: string;
  readonly find: string;
}

export const NO_FILTERS: Filters = { from: '', to: '', channel: '', outcome: '', find: '' };

export function FilterBar(props: {
  readonly filters: Filters;
  readonly outcomes: readonly Outcome[];
  readonly onChange: (filters: Filters) => void;
}) {
  const words = useWords();
  const { filters, onChange } = props;
  const change = (patch: Partial<Filters>) => onChange({ ...filters, ...patch });
  const filtered = Object.values(filters).some((value) => value !== '');
  return (
    <div role="search" className={parts.row}>
      <div className={parts.date}>
        <TextField
          type="date"
          label={words('dashboard.list.from')}
          value={filters.from}
          onChange={(event) => change({ from: event.target.value })}
        />
      </div>
      <div className={parts.date}>
        <TextField
          type="date"
          label={words('dashboard.list.to')}
          value={filters.to}
          onChange={(event) => change({ to: event.target.value })}
        />
      </div>
      <div className={parts.short}>
        <SelectField
          label={words('dashboard.list.channel')}
          value={filters.channel}
          onChange={(event) => change({ channel: event.target.value as Filters['channel'] })}
        >
          <option value="">{words('dashboard.list.every')}</option>
          {channelSchema.options.map((channel) => (
            <option key={channel} value={channel}>
              {words(`calls.channel.${channel}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <div className={parts.date}>
        <SelectField
          label={words('dashboard.list.outcome')}
          value={filters.outcome}
          onChange={(event) => change({ outcome: event.target.value })}
        >
          <option value="">{words('dashboard.list.every')}</option>
          {props.outcomes.map(({ id }) => (
            <option key={id} value={id}>
              {outcomeText(words, props.outcomes, id)}
            </option>
          ))}
        </SelectField>
      </div>
      <div className={parts.grow}>
        <TextField
          type="search"
          label={words('dashboard.list.find')}
          maxLength={200}
          value={filters.find}
          onChange={(event) => change({ find: event.target.value })}
        />
      </div>
      {filtered && <Button onClick={() => onChange(NO_FILTERS)}>{words('dashboard.list.clear')}</Button>}
    </div>
  );
}
