import { useEffect } from 'react';
import { useSettings } from '../pages/settings';
import { PageShell } from '../pages/shell';
import { useRoute } from '../pages/use-route';
import { useConnection } from '../queries/client';
import { useWords } from '../ui/language';
import { CalendarSection } from './calendar/calendar';
import { useDailyCopy } from '../pages/copy/use-copy';
import { CompanyLine } from './company-line';
import { CrmsSection } from './crms/crms';
import { DataSection } from './data/data';
import { GoalsSection } from './goals/goals';
import { LookSection } from './look/look';
import { OutcomesSection } from './outcomes/outcomes';
import { FirstRun } from './setup/first-run';

const SECTIONS = ['crms', 'goals', 'calendar', 'look', 'outcomes', 'data'] as const;
type SectionId = (typeof SECTIONS)[number];

const FACES: Readonly<Record<SectionId, () => React.ReactNode>> = {
  crms: () => <CrmsSection />,
  goals: () => <GoalsSection />,
  calendar: () => <CalendarSection />,
  look: () => <LookSection />,
  outcomes: () => <OutcomesSection />,
  data: () => <DataSection />,
};

/** The options page: first run while nothing is set up, else one section at a time. */
export function Options() {
  const words = useWords();
  const connection = useConnection();
  const settings = useSettings();
  const [route, go] = useRoute();
  useDailyCopy();
  const untouched = route === '' && !settings.setUp && settings.file.me === undefined;
  // The first answer makes it touched; the address keeps the questions open until they are through.
  useEffect(() => {
    if (untouched) go('setup/you');
  }, [untouched, go]);
  if (route.startsWith('setup') || untouched)
    return <FirstRun step={route.replace(/^setup\/?/, '')} go={(step) => go(`setup/${step}`)} />;
  const current = SECTIONS.find((id) => id === route) ?? 'crms';
  return (
    <PageShell
      title={words('options.title')}
      navigation={words('options.sections')}
      sections={SECTIONS.map((id) => ({ id, name: words(`options.section.${id}`) }))}
      current={current}
      other={{ name: words('options.toDashboard'), open: () => connection.openPage('dashboard') }}
    >
      <CompanyLine section={current} />
      {FACES[current]()}
    </PageShell>
  );
}
