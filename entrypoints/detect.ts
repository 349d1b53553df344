import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { detectHere } from '@/lib/adapters/detect';

// Put into a tab once, when its CRM is being added: answers which CRM the page is and who is signed in.
export default defineUnlistedScript(() => detectHere(new URL(location.href), document));
