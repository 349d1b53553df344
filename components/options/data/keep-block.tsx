import { FaultLine } from '../../pages/fault-line';
import { Block } from '../../pages/parts';
import parts from '../../pages/parts.module.css';
import { SavedField } from '../../pages/saved-field';
import { useSaveSettings, useSettings } from '../../pages/settings';
import { useWords } from '../../ui/language';

/** As the background keeps them when nothing is set (docs/settings.md). */
const DEFAULT_DAYS = 400;

export function KeepBlock() {
  const words = useWords();
  const { file } = useSettings();
  const save = useSaveSettings();
  return (
    <Block title={words('data.keep.title')} lead={words('data.keep.lead')}>
      <div className={parts.short}>
        <SavedField
          label={words('data.keep.days')}
          inputMode="numeric"
          value={String(file.retentionDays ?? DEFAULT_DAYS)}
          check={(text) =>
            /^\d{2,4}$/.test(text) && Number(text) >= 30 && Number(text) <= 3650
              ? null
              : words('data.keep.wrong')
          }
          onSave={(text) => save.keep({ retentionDays: Number(text) }, words('options.saved'))}
        />
      </div>
      {save.error !== null && <FaultLine error={save.error} />}
    </Block>
  );
}
