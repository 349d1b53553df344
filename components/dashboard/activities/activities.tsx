import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { defaultOutcomes } from '@/lib/domain/outcome';
import { addDays, daySchema } from '@/lib/domain/time';
import type { ActivityView } from '@/lib/rpc/view';
import { FaultLine } from '../../pages/fault-line';
import { Confirm, Sheet } from '../../pages/parts';
import parts from '../../pages/parts.module.css';
import { useSettings } from '../../pages/settings';
import { useAct } from '../../queries/act';
import { useConnection } from '../../queries/client';
import { unwrap } from '../../queries/fault';
import { topicKey } from '../../queries/keys';
import { Button } from '../../ui/button';
import { announce } from '../../ui/live';
import { useWords } from '../../ui/language';
import { ActivityTable } from './activity-table';
import { CorrectForm } from './correct-form';
import { FilterBar, NO_FILTERS, type Filters } from './filters';

const PAGE = 50;
/** Long enough that a word is typed before the log is searched. */
const TYPING_MS = 250;

/** What was logged, newest first. Correcting and deleting write new events; the log itself is never edited. */
export function ActivitiesSection() {
  const words = useWords();
  const { call } = useConnection();
  const { file } = useSettings();
  const outcomes = file.outcomes ?? defaultOutcomes(words.language);
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [correcting, setCorrecting] = useState<ActivityView | null>(null);
  const [deleting, setDeleting] = useState<ActivityView | null>(null);
  const withdraw = useAct('activity.withdraw');
  const asked = useSettled(filters);
  const pages = useInfiniteQuery({
    queryKey: topicKey('log', 'activity.list', asked),
    queryFn: async ({ pageParam }) =>
      unwrap(await call('activity.list', { ...queryOf(asked), before: pageParam, limit: PAGE })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const filtered = Object.values(asked).some((value) => value !== '');
  return (
    <div className={parts.stack}>
      <FilterBar filters={filters} outcomes={outcomes} onChange={setFilters} />
      {pages.error !== null && <FaultLine error={pages.error} onRetry={() => void pages.refetch()} />}
      {withdraw.error !== null && <FaultLine error={withdraw.error} />}
      {pages.data && rows.length === 0 && (
        <p className={parts.lead}>{words(filtered ? 'dashboard.list.noneFound' : 'dashboard.list.none')}</p>
      )}
      {rows.length > 0 && (
        <ActivityTable rows={rows} outcomes={outcomes} onCorrect={setCorrecting} onDelete={setDeleting} />
      )}
      <div className={parts.row}>
        <p role="status" className={parts.soft}>
          {rows.length > 0 && words('dashboard.list.shown', { n: rows.length })}
        </p>
        {pages.hasNextPage && (
          <Button disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {words('dashboard.list.more')}
          </Button>
        )}
      </div>
      <Sheet
        open={correcting !== null}
        title={words('dashboard.correct.title')}
        onClose={() => setCorrecting(null)}
      >
        {correcting !== null && correcting.record !== null && (
          <CorrectForm
            activity={correcting}
            record={correcting.record}
            outcomes={outcomes}
            onDone={(saved) => {
              setCorrecting(null);
              if (saved) announce(words('dashboard.list.corrected'));
            }}
          />
        )}
      </Sheet>
      <Confirm
        open={deleting !== null}
        question={words('dashboard.list.deleteAsk')}
        yes={words('dashboard.list.deleteDo')}
        onYes={() => {
          if (deleting === null) return;
          withdraw.mutate(
            { id: deleting.id },
            { onSuccess: () => announce(words('dashboard.list.deleted')) },
          );
        }}
        onClose={() => setDeleting(null)}
      />
    </div>
  );
}

/** The filters once typing has paused. */
function useSettled(filters: Filters): Filters {
  const [settled, setSettled] = useState(filters);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(filters), TYPING_MS);
    return () => clearTimeout(timer);
  }, [filters]);
  return settled;
}

/** The bounds as the call takes them: civil days [from, to), so the last day chosen is in. */
export function queryOf(filters: Filters) {
  const from = daySchema.safeParse(filters.from);
  const to = daySchema.safeParse(filters.to);
  return {
    from: from.success ? from.data : null,
    to: to.success ? addDays(to.data, 1) : null,
    channel: filters.channel === '' ? null : filters.channel,
    outcome: filters.outcome === '' ? null : filters.outcome,
    find: filters.find.trim(),
  };
}
