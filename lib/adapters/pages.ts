import { odooPage } from './odoo/page';
import { salesforcePage } from './salesforce/page';
import { trytonPage } from './tryton/page';

/** Every CRM whose pages are known. Adding one is its folder, one line here and one door. */
export const PAGES = [salesforcePage, trytonPage, odooPage] as const;
