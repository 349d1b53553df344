import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { trytonApi } from '@/lib/adapters/tryton/api';
import { openCarrier } from '@/lib/page/carrier';

export default defineUnlistedScript(() => openCarrier(trytonApi));
