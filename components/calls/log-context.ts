import type { RecordKey } from '@/lib/domain/ids';
import type { PanelView } from '@/lib/rpc/view';

/** Which record a log belongs to: the one the call began with, else the one on the page. */
export interface LogTarget {
  readonly record: RecordKey;
  readonly name: string;
  readonly running: PanelView['running'];
  /** Whose clock a promise to come back is made by. */
  readonly zone: string;
  readonly away: boolean;
}

/**
 * A running call keeps its record and contact, also after the page has moved on; otherwise the log is the open
 * record's. Null when there is no record to log on.
 */
export function logTarget(view: PanelView): LogTarget | null {
  const { running, about } = view;
  if (running !== null) {
    const away = running.record !== about?.key;
    return {
      record: running.record,
      name: running.name,
      running,
      zone: away ? view.zone : (view.contactZone ?? view.zone),
      away,
    };
  }
  if (about === null) return null;
  return {
    record: about.key,
    name: contactName(view) ?? '',
    running: null,
    zone: view.contactZone ?? view.zone,
    away: false,
  };
}

/** The person behind the record: the contact of a deal, else the record itself. */
export function contactName(view: PanelView): string | null {
  const fields = view.record?.fields;
  return fields?.contact?.value?.name ?? view.about?.name ?? null;
}
