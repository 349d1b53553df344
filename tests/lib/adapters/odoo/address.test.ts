import { describe, expect, it } from 'vitest';
import { addressOf } from '@/lib/adapters/odoo/address';

function named(path: string) {
  const address = addressOf(new URL(path, 'https://odoo.example'));
  return address && [address.model ?? address.action, address.id];
}

describe('addresses of Odoo 18 and later', () => {
  it.each([
    ['/odoo/crm', ['crm.lead', null]],
    ['/odoo/crm/12', ['crm.lead', '12']],
    ['/odoo/crm/12?debug=1', ['crm.lead', '12']],
    ['/odoo/crm/new', ['crm.lead', null]],
    ['/odoo/crm.lead/45', ['crm.lead', '45']],
    ['/odoo/m-fleet/45', ['fleet', '45']],
    ['/odoo/action-123/45', ['action-123', '45']],
    ['/odoo/action-crm.crm_lead_all_leads/45', ['action-crm.crm_lead_all_leads', '45']],
    ['/odoo/crm/12/res.partner/7', ['res.partner', '7']],
    ['/odoo/crm/12/action-9', ['action-9', null]],
    ['/odoo/5/action-33/7', ['action-33', '7']],
    ['/odoo/contacts/3', ['res.partner', '3']],
    ['/odoo', [null, null]],
    ['/scoped_app/crm/12', ['crm.lead', '12']],
  ])('%s', (path, expected) => {
    expect(named(path)).toEqual(expected);
  });

  it('keeps a prefix as part of the base', () => {
    expect(addressOf(new URL('https://erp.example:8443/sales/odoo/crm/12'))?.base).toBe(
      'https://erp.example:8443/sales',
    );
  });
});

describe('addresses of Odoo 17 and earlier', () => {
  it.each([
    ['/web#id=12&cids=1&menu_id=205&action=292&model=crm.lead&view_type=form', ['crm.lead', '12']],
    ['/web#model=crm.lead&view_type=form&id=12', ['crm.lead', '12']],
    ['/web?debug=1#action=292&id=12&view_type=form', ['292', '12']],
    ['/web#action=292&model=crm.lead&view_type=kanban&cids=1', ['crm.lead', null]],
    ['/web#id=12&model=crm.lead&view_type=list', ['crm.lead', null]],
    ['/web#id=&model=crm.lead&view_type=form', ['crm.lead', null]],
    ['/web', [null, null]],
  ])('%s', (path, expected) => {
    expect(named(path)).toEqual(expected);
  });
});

it('knows other addresses for none of Odoo’s', () => {
  expect(named('/shop/crm/12')).toBeNull();
  expect(named('/web/login')).toBeNull();
});
