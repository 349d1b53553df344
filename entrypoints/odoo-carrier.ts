import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { odooApi } from '@/lib/adapters/odoo/api';
import { openCarrier } from '@/lib/page/carrier';

export default defineUnlistedScript(() => openCarrier(odooApi));
