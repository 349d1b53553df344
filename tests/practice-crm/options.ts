import type { PracticeOptions, PracticeState } from './types.ts';

export function defaultOptions(signedInAs: string): PracticeOptions {
  return {
    renderDelayMs: 60,
    halfLoaded: false,
    omit: [],
    noAccess: [],
    rewriteBody: false,
    coep: false,
    csp: false,
    pageCache: false,
    apiFailure: null,
    slowMs: 3000,
    rejectAfterWrite: false,
    rejectTimes: null,
    vanish: null,
    dark: null,
    signedInAs,
    removeForeignNodes: false,
    markupInFields: false,
    api: true,
    shadow: 'synthetic',
    path: 'aura',
    firstTab: 'detailTab',
    app: 'standard',
    money: 'full',
    currency: 'USD',
    multiCurrency: false,
    queryBatch: 2000,
  };
}

/** What a hostile record carries; runs (and is counted in `practicePwned`) when somebody renders it as HTML. */
export const hostileMarkup =
  '<img src=x onerror="window.practicePwned=(window.practicePwned||0)+1"><b>&amp;"\'</b><script>window.practicePwned=99</script>';

/** Puts markup behind every free text a person could have typed. Not undone by switching the option off. */
function spoil(state: PracticeState): void {
  const fields: Partial<Record<keyof PracticeState['tables'], readonly string[]>> = {
    Account: ['Name', 'Description', 'BillingCity'],
    Contact: ['Name', 'LastName', 'Title', 'Description'],
    Lead: ['Name', 'LastName', 'Company', 'Title', 'Description'],
    Opportunity: ['Name', 'NextStep', 'Description'],
    Task: ['Subject', 'Description', 'CallDisposition'],
  };
  for (const [object, names] of Object.entries(fields)) {
    for (const row of state.tables[object as 'Account'].values()) {
      for (const name of names ?? []) row[name] = `${row[name] ?? ''}${hostileMarkup}`;
    }
  }
}

/**
 * Merges a change into the running options. Unknown names are refused, so that a misspelt test does not
 * pass by testing nothing. Changing `signedInAs` switches every open session under its user.
 * @throws Error naming the unknown option or user
 */
export function applyOptions(state: PracticeState, change: Record<string, unknown>): void {
  for (const name of Object.keys(change)) {
    if (!(name in state.options)) throw new Error(`unknown practice option: ${name}`);
  }
  const userId = change['signedInAs'];
  if (userId !== undefined && !state.tables.User.has(String(userId)))
    throw new Error(`no such user: ${String(userId)}`);
  const spoilNow = change['markupInFields'] === true && !state.options.markupInFields;
  Object.assign(state.options, change);
  if (userId !== undefined) for (const session of state.sessions.values()) session.userId = String(userId);
  if (spoilNow) spoil(state);
}
