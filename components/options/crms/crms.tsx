import { useQuery } from '@tanstack/react-query';
import { FaultLine } from '../../pages/fault-line';
import { Block } from '../../pages/parts';
import parts from '../../pages/parts.module.css';
import { useConnection } from '../../queries/client';
import { read } from '../../queries/read';
import { useWords } from '../../ui/language';
import { AddCrm } from './add-crm';
import { CrmItem } from './crm-item';

export function CrmsSection() {
  const words = useWords();
  const crms = useQuery(read(useConnection(), 'crms', 'crm.list', {}));
  return (
    <>
      <p className={parts.lead}>{words('options.crm.lead')}</p>
      {crms.error !== null && <FaultLine error={crms.error} onRetry={() => void crms.refetch()} />}
      {crms.data?.crms.length === 0 && <p className={parts.soft}>{words('options.crm.none')}</p>}
      {crms.data?.crms.map((crm) => (
        <CrmItem key={crm.instance.id} crm={crm} />
      ))}
      <Block title={words('options.crm.addTitle')} lead={words('options.crm.addressHelp')}>
        <AddCrm />
      </Block>
    </>
  );
}
