/** The sales process, in order, as OpportunityStage rows carry it. Probability in percent. */
export interface StageDef {
  readonly name: string;
  readonly probability: number;
  readonly closed: boolean;
  readonly won: boolean;
  readonly forecast: 'Pipeline' | 'Best Case' | 'Commit' | 'Closed' | 'Omitted';
}

export const stages: readonly StageDef[] = [
  { name: 'Prospecting', probability: 10, closed: false, won: false, forecast: 'Pipeline' },
  { name: 'Qualification', probability: 20, closed: false, won: false, forecast: 'Pipeline' },
  { name: 'Needs Analysis', probability: 35, closed: false, won: false, forecast: 'Pipeline' },
  { name: 'Proposal/Price Quote', probability: 65, closed: false, won: false, forecast: 'Best Case' },
  { name: 'Negotiation/Review', probability: 80, closed: false, won: false, forecast: 'Commit' },
  { name: 'Closed Won', probability: 100, closed: true, won: true, forecast: 'Closed' },
  { name: 'Closed Lost', probability: 0, closed: true, won: false, forecast: 'Omitted' },
];

export const openStages = stages.filter((s) => !s.closed).map((s) => s.name);

export function stageNamed(name: string): StageDef {
  const found = stages.find((s) => s.name === name);
  if (!found) throw new Error(`no such stage: ${name}`);
  return found;
}

export const leadStatuses = [
  'Open - Not Contacted',
  'Working - Contacted',
  'Closed - Converted',
  'Closed - Not Converted',
] as const;

export const taskStatuses = [
  'Not Started',
  'In Progress',
  'Completed',
  'Waiting on someone else',
  'Deferred',
] as const;
