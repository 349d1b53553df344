/** The named operations a carrier performs over a CRM's session; a page never receives an address to fetch. */
export const CARRIER_OPERATIONS = [
  'probe',
  'whoami',
  'read',
  'listMine',
  'activitiesOf',
  'write',
  'find',
] as const;
export type CarrierOperation = (typeof CARRIER_OPERATIONS)[number];
