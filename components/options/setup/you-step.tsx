import { useState } from 'react';
import { ChoiceField, TextField } from '../../pages/fields';
import { FaultLine } from '../../pages/fault-line';
import parts from '../../pages/parts.module.css';
import { useSaveSettings, useSettings } from '../../pages/settings';
import { Button } from '../../ui/button';
import { useWords } from '../../ui/language';

export function YouStep(props: { readonly onDone: () => void }) {
  const words = useWords();
  const { file, me } = useSettings();
  const save = useSaveSettings();
  const [name, setName] = useState(file.me?.name ?? me ?? '');
  const [role, setRole] = useState(file.role ?? 'sdr');
  const [tried, setTried] = useState(false);
  const missing = name.trim() === '';
  return (
    <form
      className={parts.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!missing) save.mutate({ me: { name: name.trim() }, role }, { onSuccess: props.onDone });
      }}
    >
      <ChoiceField
        label={words('setup.you.role')}
        value={role}
        choices={[
          { value: 'sdr', name: words('setup.you.sdr'), help: words('setup.you.sdrHelp') },
          { value: 'ae', name: words('setup.you.ae'), help: words('setup.you.aeHelp') },
        ]}
        onChoose={setRole}
      />
      <TextField
        label={words('setup.you.name')}
        help={words('setup.you.nameHelp')}
        autoComplete="name"
        maxLength={120}
        value={name}
        error={tried && missing ? words('setup.you.nameMissing') : null}
        onChange={(event) => setName(event.target.value)}
      />
      {save.error !== null && <FaultLine error={save.error} />}
      <div className={parts.actions}>
        <Button type="submit" look="strong" disabled={save.isPending}>
          {words('setup.next')}
        </Button>
      </div>
    </form>
  );
}
