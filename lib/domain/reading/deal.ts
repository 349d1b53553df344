import type { Deal, DealChange } from '../deal.ts';
import type { RecordSnapshot, StageSeen } from '../record.ts';
import { dayOf } from '../time.ts';

export interface DealContext {
  /** `listed` came with "load my deals"; a later look at the page does not take that away. */
  readonly from: Deal['from'];
  /** The rep's zone: on which day a stage was entered. */
  readonly zone: string;
  /** What is known of a stage elsewhere in this CRM, when the record itself does not say open, won or lost. */
  statusOf?(stage: StageSeen): Deal['status'] | null;
}

/**
 * The deal after this look at it: what the snapshot knows over what was known before. Unknown never overwrites
 * known; known to be empty does. Null when there is no deal to speak of: another object, no name or no stage ever
 * seen, or nobody says whether it is open. A look older than the one we have changes nothing.
 */
export function dealOf(snapshot: RecordSnapshot, prior: Deal | null, context: DealContext): Deal | null {
  if (snapshot.object !== 'deal') return null;
  if (prior !== null && snapshot.seenAt < prior.seenAt) return prior;
  const { fields, key, instance, seenAt } = snapshot;
  const name = fields.name?.value ?? prior?.name;
  const stage = stageAfter(fields.stage?.value ?? null, prior);
  if (!name || stage === null) return null;
  const status =
    stage.status ?? context.statusOf?.(stage) ?? statusByChance(fields.probability?.value ?? null);
  if (status === null) return null;
  const moved = prior !== null && !isSameStage(prior.stage, stage);
  return {
    key,
    instance,
    name,
    account: latest(fields.account, (account) => account.name, prior?.account),
    // An owner shown by name only is not known: owners are matched by id.
    owner: fields.owner?.value?.remoteId ?? prior?.owner ?? null,
    amount: latest(fields.amount, (amount) => amount, prior?.amount),
    stage: { ...stage, status },
    status,
    closeDay: latest(fields.closeDate, (day) => day, prior?.closeDay),
    createdDay: latest(fields.created, (day) => day, prior?.createdDay),
    nextStep: latest(fields.nextStep, (text) => text, prior?.nextStep),
    stageSince: moved ? dayOf(seenAt, context.zone) : (prior?.stageSince ?? null),
    from: prior?.from === 'listed' ? 'listed' : context.from,
    seenAt,
    present: true,
  };
}

/**
 * A deal with a chance between nothing and certain is open: CRMs set a won one to 100 % and a lost one to 0 %. The
 * ends prove nothing, as people set them by hand.
 */
function statusByChance(probability: number | null): 'open' | null {
  return probability !== null && probability > 0 && probability < 1 ? 'open' : null;
}

interface Seen<Value> {
  readonly value: Value | null;
  readonly confidence: 'exact' | 'likely' | 'ambiguous';
  readonly rounded: boolean;
}

/** Missing, ambiguous and rounded fields know nothing ("about 48k" is no amount to count); empty is knowledge. */
function latest<Value, Kept>(
  field: Seen<Value> | undefined,
  keep: (value: Value) => Kept,
  before: Kept | null | undefined,
): Kept | null {
  if (field === undefined || field.confidence === 'ambiguous' || field.rounded) return before ?? null;
  return field.value === null ? null : keep(field.value);
}

/** The stage seen, completed by what was known of the same stage: a page may show its label only. */
function stageAfter(seen: StageSeen | null, prior: Deal | null): StageSeen | null {
  if (prior === null || seen === null) return seen ?? prior?.stage ?? null;
  if (!isSameStage(prior.stage, seen)) return seen;
  return { ...seen, id: seen.id ?? prior.stage.id, status: seen.status ?? prior.status };
}

/** By id where both have one: labels are translated. An id may also be what another page shows as label. */
function isSameStage(a: StageSeen, b: StageSeen): boolean {
  if (a.id !== null && b.id !== null) return a.id === b.id;
  return a.label === b.label || a.id === b.label || b.id === a.label;
}

/**
 * What moved between two states of a deal, as of the later look. A field known for the first time has not moved:
 * nobody saw what it was before. Money is "minor currency", stages by id (else label), days ISO.
 */
export function changesBetween(before: Deal, after: Deal): DealChange[] {
  const changes: DealChange[] = [];
  function add(field: DealChange['field'], was: string | null, is: string | null): void {
    if (was !== null && was !== is)
      changes.push({ key: after.key, field, before: was, after: is, at: after.seenAt });
  }
  if (!isSameStage(before.stage, after.stage)) add('stage', nameOf(before.stage), nameOf(after.stage));
  add('status', before.status, after.status);
  add('amount', ...amounts(before, after));
  add('closeDay', before.closeDay, after.closeDay);
  add('owner', before.owner, after.owner);
  return changes;
}

function nameOf(stage: StageSeen): string {
  return stage.id ?? stage.label;
}

/** A currency learned later does not change the amount. */
function amounts(before: Deal, after: Deal): [string | null, string | null] {
  const known = before.amount?.currency ?? after.amount?.currency ?? null;
  const written = ({ amount }: Deal): string | null =>
    amount && [amount.minor, amount.currency ?? known].filter((part) => part !== null).join(' ');
  return [written(before), written(after)];
}
