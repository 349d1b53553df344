import { useCopy, useDailyCopy } from '../pages/copy/use-copy';
import { Notice } from '../pages/parts';
import { PageShell } from '../pages/shell';
import { useRoute } from '../pages/use-route';
import { useConnection } from '../queries/client';
import { useWords } from '../ui/language';
import { ActivitiesSection } from './activities/activities';
import { CompareSection } from './compare/compare';
import { ProgressSection } from './progress/progress';

const SECTIONS = ['progress', 'activities', 'compare'] as const;

/** A rep's own page: where I stand, what I did, and whether the CRM says the same. */
export function Dashboard() {
  const words = useWords();
  const connection = useConnection();
  const [route] = useRoute();
  useDailyCopy();
  const [name = '', part = ''] = route.split('/');
  const current = SECTIONS.find((id) => id === name) ?? 'progress';
  return (
    <PageShell
      title={words('dashboard.title')}
      navigation={words('dashboard.sections')}
      sections={SECTIONS.map((id) => ({ id, name: words(`dashboard.section.${id}`) }))}
      current={current}
      other={{ name: words('dashboard.toOptions'), open: () => connection.openPage('options') }}
      wide
    >
      <CopyNotice />
      {current === 'progress' && <ProgressSection period={part} />}
      {current === 'activities' && <ActivitiesSection />}
      {current === 'compare' && <CompareSection />}
    </PageShell>
  );
}

/** Says when the daily copy stopped: nobody looks at a backup until it is needed. */
function CopyNotice() {
  const words = useWords();
  const { kept, outcome } = useCopy();
  if (kept === null || outcome === null || outcome.kind === 'written') return null;
  const { name } = kept.folder;
  return (
    <Notice warn live>
      {outcome.kind === 'needs-you' && words('data.copy.needsYou', { name })}
      {outcome.kind === 'gone' && words('data.copy.gone', { name })}
      {outcome.kind === 'failed' && words('data.copy.failed', { why: outcome.why })}
    </Notice>
  );
}
