import type { DeviceId } from '../../domain/ids.ts';
import type { Clock, Ids } from '../../domain/ports.ts';
import type { Metric } from '../../kpi/shape.ts';
import type { Database } from '../tables.ts';

/** What export, import and erasing need. */
export interface DataWorld {
  readonly db: Database;
  readonly metrics: readonly Metric[];
  readonly schema: number;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly self: { device: DeviceId };
}
