import { defineContentScript } from 'wxt/utils/define-content-script';
import { odooPage } from '@/lib/adapters/odoo/page';
import { openDoor } from '@/lib/page/door';

// Registered at run time, for the origins the user added: no host is asked for before.
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main: (ctx) => openDoor(odooPage, ctx.signal),
});
