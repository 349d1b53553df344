import { ChoiceField } from '../../pages/fields';
import { FaultLine } from '../../pages/fault-line';
import parts from '../../pages/parts.module.css';
import { SavedField } from '../../pages/saved-field';
import { useSaveSettings, useSettings } from '../../pages/settings';
import { announce } from '../../ui/live';
import { useWords } from '../../ui/language';

export function LookSection() {
  const words = useWords();
  const { file, me } = useSettings();
  const save = useSaveSettings();
  async function change(parts: Parameters<typeof save.keep>[0]): Promise<boolean> {
    const saved = await save.keep(parts);
    if (saved) announce(words('options.saved'));
    return saved;
  }
  return (
    <div className={parts.stack}>
      {save.error !== null && <FaultLine error={save.error} />}
      <ChoiceField
        label={words('options.look.language')}
        value={file.language ?? 'browser'}
        choices={[
          { value: 'browser', name: words('options.look.browser') },
          // Each language by its own name, so that it is found from the wrong one.
          { value: 'en', name: 'English' },
          { value: 'ko', name: '한국어' },
        ]}
        onChoose={(language) => change({ language })}
      />
      <ChoiceField
        label={words('options.look.appearance')}
        help={words('options.look.pageHelp')}
        value={file.appearance ?? 'page'}
        choices={[
          { value: 'page', name: words('options.look.page') },
          { value: 'light', name: words('options.look.light') },
          { value: 'dark', name: words('options.look.dark') },
        ]}
        onChoose={(appearance) => change({ appearance })}
      />
      <ChoiceField
        label={words('options.look.role')}
        value={file.role ?? null}
        choices={[
          { value: 'sdr', name: words('setup.you.sdr'), help: words('setup.you.sdrHelp') },
          { value: 'ae', name: words('setup.you.ae'), help: words('setup.you.aeHelp') },
        ]}
        onChoose={(role) => change({ role })}
      />
      <SavedField
        label={words('options.look.name')}
        help={words('setup.you.nameHelp')}
        maxLength={120}
        value={file.me?.name ?? me ?? ''}
        check={(text) => (text.trim() === '' ? words('setup.you.nameMissing') : null)}
        onSave={(text) => change({ me: { name: text.trim() } })}
      />
    </div>
  );
}
