import parts from '../../pages/parts.module.css';
import { useWords } from '../../ui/language';
import { CopyBlock } from './copy-block';
import { EraseBlock } from './erase-block';
import { ExportBlock } from './export-block';
import { ImportBlock } from './import-block';
import { KeepBlock } from './keep-block';
import { ProspectBlock } from './prospect-block';
import { SettingsFileBlock } from './settings-file-block';
import { StoredBlock } from './stored-block';

export function DataSection() {
  const words = useWords();
  return (
    <>
      <p className={parts.lead}>{words('data.lead')}</p>
      <StoredBlock />
      <CopyBlock />
      <ExportBlock />
      <ImportBlock />
      <SettingsFileBlock />
      <KeepBlock />
      <ProspectBlock />
      <EraseBlock />
    </>
  );
}
