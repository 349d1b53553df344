import type { CompanyPart } from '@/lib/domain/settings';
import { date } from '@/lib/words/format/when';
import { Notice } from '../pages/parts';
import parts from '../pages/parts.module.css';
import { useSettings } from '../pages/settings';
import { classes } from '../ui/classes';
import { useWords } from '../ui/language';

/** Where each part of the settings file is set on this page. */
const SHOWN: Readonly<Record<string, readonly CompanyPart[]>> = {
  look: ['language', 'appearance', 'role', 'me'],
  calendar: [
    ...(['country', 'region', 'zone', 'hours', 'weekStart', 'fiscalYearStart', 'week'] as const),
    ...(['companyDays', 'daysOff'] as const),
  ],
  outcomes: ['outcomes', 'definitions'],
  data: ['retentionDays'],
};

/** One quiet line: what in this section is the company's. A file that cannot be used is said in every section. */
export function CompanyLine(props: { readonly section: string }) {
  const words = useWords();
  const { company } = useSettings();
  if (company.state === 'none') return null;
  if (company.state === 'broken')
    return <Notice warn>{words('options.companyBroken', { where: company.where, why: company.why })}</Notice>;
  const here = (SHOWN[props.section] ?? []).filter((part) => company.parts.includes(part));
  if (here.length === 0) return null;
  const names = here.map((part) => words(`options.part.${part}`)).join(', ');
  return (
    <p className={classes(parts.soft, parts.above)}>
      {company.dated === null
        ? words('options.company', { parts: names })
        : words('options.companyDated', { parts: names, day: date(words.language, company.dated) })}
    </p>
  );
}
