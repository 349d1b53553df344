import { describe, expect, it } from 'vitest';
import { canonicalId } from '@/lib/adapters/salesforce/ids';
import { refBehind, refOfAddress } from '@/lib/adapters/salesforce/locate';
import { withChecksum } from '../../../practice-crm/data/ids';

const DEAL = '006Dn00000A1b2CIAR';

describe('ids', () => {
  it.each([
    ['006Dn00000DSAKK', '006Dn00000DSAKKIA5'],
    ['006Dn00000DSAKKIA5', '006Dn00000DSAKKIA5'],
    // A checksum typed in another case is worked out again.
    ['006Dn00000DSAKKia5', '006Dn00000DSAKKIA5'],
    ['012000000000000', '012000000000000AAA'],
  ])('%s is %s', (text, id) => expect(canonicalId(text)).toBe(id));

  it.each(['', '006', 'NavigationItems', '000000000000000AAA', '006Dn00000DSAK!', '006Dn00000DSAKKIA'])(
    '%j is no id',
    (text) => expect(canonicalId(text)).toBeNull(),
  );

  it('agrees with the practice CRM’s own checksum', () => {
    for (const id of ['006Dn00000A1b2C', '00QabcDEFGH12zZ', '001000000000000', '003zzzzzzzzzzZZ'])
      expect(canonicalId(id)).toBe(withChecksum(id));
  });
});

describe('the address names a record', () => {
  const id15 = DEAL.slice(0, 15);
  const id = canonicalId(id15)!;
  it.each([
    `/lightning/r/Opportunity/${id}/view`,
    `/lightning/r/Opportunity/${id15}/view`,
    `/lightning/r/${id}/view`,
    `/lightning/r/${id15}/view?0.source=alohaHeader`,
    `/lightning/r/Opportunity/${id}/edit`,
    `/lightning/r/Opportunity/${id}`,
    `/lightning/r/${id15}/related/OpportunityContactRoles/view`,
    `/lightning/r/Opportunity/${id}/related/Quotes/view`,
    // The console: a task in front, the deal's workspace around it.
    `/lightning/r/Task/00TDn00000AbCdEMAV/view?ws=${encodeURIComponent(`/lightning/r/Opportunity/${id}/view`)}`,
    `/lightning/cmp/acme__cmp?ws=${encodeURIComponent(`/lightning/r/${id15}/view`)}`,
    `/one/one.app#/sObject/${id}/view`,
  ])('%s', (path) => {
    expect(refOfAddress(new URL(path, 'https://acme.example'))).toEqual({
      object: 'deal',
      api: 'Opportunity',
      remoteId: id,
    });
  });

  it('takes the subtab in front, not the workspace around it', () => {
    const lead = '00QDn00000DSAKKMA5';
    const url = new URL(
      `/lightning/r/Lead/${lead}/view?ws=%2Flightning%2Fr%2FOpportunity%2F${id}%2Fview`,
      'https://a.example',
    );
    expect(refOfAddress(url)).toEqual({ object: 'lead', api: 'Lead', remoteId: lead });
  });

  it('tells the page under a "New …" dialog apart: it may not be there', () => {
    const under = (path: string) =>
      new URL(
        `/lightning/o/Contact/new?count=1&backgroundContext=${encodeURIComponent(path)}`,
        'https://acme.example',
      );
    const deal = under(`/lightning/r/Opportunity/${id}/view`);
    expect(refOfAddress(deal)).toBeNull();
    expect(refBehind(deal)?.remoteId).toBe(id);
    expect(refBehind(under('/lightning/o/Contact/list?filterName=Recent'))).toBeNull();
  });

  it.each([
    '/lightning/page/home',
    '/lightning/o/Opportunity/list?filterName=00BDn00000AbCdEMAV',
    '/lightning/o/Opportunity/pipelineInspection?filterName=MyOpportunities',
    '/lightning/r/User/005Dn00000Gj8QlIAJ/view',
    '/lightning/r/Custom__c/a0XDn00000AbCdEMAV/view',
    '/lightning/n/NavigationItems',
    '/lightning/setup/ObjectManager/page?address=%2F006Dn00000A1b2C',
    '/',
  ])('but not %s', (path) => expect(refOfAddress(new URL(path, 'https://acme.example'))).toBeNull());
});
