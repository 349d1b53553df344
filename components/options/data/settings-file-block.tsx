import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SettingsFile } from '@/lib/domain/settings';
import { saveFile } from '../../pages/copy/save-file';
import { FaultLine } from '../../pages/fault-line';
import { Block, Notice } from '../../pages/parts';
import parts from '../../pages/parts.module.css';
import { useSaveSettings } from '../../pages/settings';
import { useConnection } from '../../queries/client';
import { unwrap } from '../../queries/fault';
import { Button } from '../../ui/button';
import { useWords } from '../../ui/language';
import { currentGoals } from '../goals/current';
import { FileButton } from './file-button';
import { readSettingsFile, sameGoal, writeSettingsFile, type SettingsReading } from './settings-file';

export function SettingsFileBlock() {
  const words = useWords();
  const { call } = useConnection();
  const save = useSaveSettings();
  const [reading, setReading] = useState<SettingsReading | null>(null);
  const write = useMutation({
    mutationFn: async () => {
      const { file } = unwrap(await call('settings.read', {}));
      const { goals } = unwrap(await call('goal.list', {}));
      const { crms } = unwrap(await call('crm.list', {}));
      const text = writeSettingsFile(file, currentGoals(goals), crms);
      saveFile(new Blob([text], { type: 'application/json' }), 'touchline-settings.json');
    },
  });
  const apply = useMutation({
    mutationFn: async (file: SettingsFile) => {
      const { goals: lines = [], crms: _added, touchline: _version, ...rest } = file;
      await save.mutateAsync(rest);
      const { goals } = unwrap(await call('goal.list', {}));
      for (const line of lines) {
        const known = sameGoal(currentGoals(goals), line);
        unwrap(await call('goal.save', { ...line, goal: known?.goal ?? null }));
      }
    },
    onSuccess: () => setReading(null),
  });
  return (
    <Block title={words('data.settings.title')} lead={words('data.settings.lead')}>
      <div className={parts.row}>
        <Button disabled={write.isPending} onClick={() => write.mutate()}>
          {words('data.settings.save')}
        </Button>
        <FileButton
          name={words('data.settings.read')}
          accept=".json"
          onText={(text) => setReading(readSettingsFile(text))}
        />
      </div>
      <div role="status" className={parts.stack}>
        {reading?.kind === 'not-json' && <Notice warn>{words('data.settings.notJson')}</Notice>}
        {reading?.kind === 'wrong' && (
          <Notice warn>{words('data.settings.wrong', { where: reading.where, why: reading.why })}</Notice>
        )}
        {reading?.kind === 'settings' && (
          <Notice>
            <div className={parts.stack}>
              <p>{words('data.settings.parts', { parts: partsOf(reading.file).join(', ') })}</p>
              {(reading.file.crms ?? []).length > 0 && <p>{words('data.settings.crms')}</p>}
              <div>
                <Button look="strong" disabled={apply.isPending} onClick={() => apply.mutate(reading.file)}>
                  {words('data.settings.apply')}
                </Button>
              </div>
            </div>
          </Notice>
        )}
        {apply.isSuccess && reading === null && <Notice>{words('data.settings.applied')}</Notice>}
      </div>
      {write.error !== null && <FaultLine error={write.error} />}
      {apply.error !== null && <FaultLine error={apply.error} />}
    </Block>
  );
}

/** The file's own names of its parts, as docs/settings.md lists them. */
function partsOf(file: SettingsFile): readonly string[] {
  return Object.keys(file).filter((part) => part !== 'touchline' && part !== 'crms');
}
