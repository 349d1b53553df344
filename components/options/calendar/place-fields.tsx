import { countriesIn } from './countries';
import { zonesWith } from './use-calendar';
import { SelectField } from '../../pages/fields';
import { useWords } from '../../ui/language';

export function CountryField(props: {
  readonly value: string | null;
  readonly help?: string;
  readonly error?: string | null;
  readonly onChoose: (country: string) => void;
}) {
  const words = useWords();
  const { known, others } = countriesIn(words.language);
  return (
    <SelectField
      label={words('options.calendar.country')}
      help={props.help}
      error={props.error}
      value={props.value ?? ''}
      onChange={(event) => props.onChoose(event.target.value)}
    >
      {props.value === null && <option value="">–</option>}
      <optgroup label={words('options.calendar.withHolidays')}>
        {known.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </optgroup>
      <optgroup label={words('options.calendar.without')}>
        {others.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </optgroup>
    </SelectField>
  );
}

export function ZoneField(props: {
  readonly value: string;
  readonly help?: string;
  readonly onChoose: (zone: string) => void;
}) {
  const words = useWords();
  return (
    <SelectField
      label={words('options.calendar.zone')}
      help={props.help}
      value={props.value}
      onChange={(event) => props.onChoose(event.target.value)}
    >
      {zonesWith(props.value).map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll('_', ' ')}
        </option>
      ))}
    </SelectField>
  );
}
