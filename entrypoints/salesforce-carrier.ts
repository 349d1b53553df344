import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { salesforceApi } from '@/lib/adapters/salesforce/api';
import { openCarrier } from '@/lib/page/carrier';

export default defineUnlistedScript(() => openCarrier(salesforceApi));
