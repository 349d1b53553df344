import type { Spot } from '../contract';

export type SpotName =
  | 'shell'
  | 'form'
  | 'partnerForm'
  | 'control'
  | 'symbol'
  | 'picture'
  | 'ribbon'
  | 'company'
  | 'plan'
  | 'stageNow'
  | FieldSpot;

/** Widgets by their field's API name. */
export type FieldSpot =
  | 'name'
  | 'expected_revenue'
  | 'stage_id'
  | 'date_deadline'
  | 'user_id'
  | 'partner_id'
  | 'partner_name'
  | 'contact_name'
  | 'phone'
  | 'email_from'
  | 'email'
  | 'function'
  | 'probability'
  | 'country_id';

const DEAL = ['opportunity-19', 'opportunity-17'] as const;
/** The main area: dialogs, which hold forms of other records, lie outside it. */
const AREA = '.o_action_manager';

export const spots: Readonly<Record<SpotName, Spot>> = {
  shell: {
    css: ['.o_web_client .o_main_navbar'],
    why: 'Odoo’s web client, signed in; its website and portal have no such bar.',
    seenIn: DEAL,
  },
  form: {
    css: [`${AREA} .o_lead_opportunity_form`],
    why: 'Class in the form’s own definition, so it tells crm.lead also where the address names only an action.',
    seenIn: DEAL,
  },
  partnerForm: {
    css: [`${AREA} .o_form_view`],
    why: 'Contacts have a form without a class of its own; only used when the address says res.partner.',
    seenIn: ['partner-19', 'person-19'],
  },
  control: {
    css: [
      'textarea.o_input, input.o_input:not([type="file"]), select.o_input, button.o_input[data-field], input[data-field]',
    ],
    why: 'Forms are always editable: what is shown is in the control. A date filled in Odoo 19 is a button with a value.',
    seenIn: DEAL,
  },
  symbol: {
    css: ['span:not(:has(span), .o_monetary_ghost_value)'],
    why: 'Currency symbol: the first span without spans in it; the ghost beside it repeats the value.',
    seenIn: DEAL,
  },
  picture: {
    css: ['img[src*="/res.users/"]'],
    why: 'The owner’s picture: the only place with the id, also while the name is in an input.',
    seenIn: DEAL,
  },
  ribbon: {
    css: ['.o_widget_web_ribbon .ribbon span'],
    why: 'Won (success) or lost (danger), by colour class; its word is translated.',
    seenIn: ['won-19', 'lost-19'],
  },
  company: {
    css: ['.o_field_widget[name="company_type"] input[data-value="company"]:checked'],
    why: 'Whether a contact is a company or a person.',
    seenIn: ['partner-19'],
  },
  plan: {
    css: ['.o-mail-Activity-info'],
    why: 'The first planned activity in the chatter.',
    seenIn: ['from-kanban-19'],
  },
  stageNow: {
    css: ['.o_arrow_button_current', '.dropdown-toggle:not(.o_arrow_button)'],
    why: 'The current step with the stage’s id; on a small screen only a menu with its name is left.',
    seenIn: DEAL,
  },
  name: field('name'),
  expected_revenue: field('expected_revenue'),
  stage_id: field('stage_id'),
  date_deadline: field('date_deadline'),
  user_id: field('user_id'),
  partner_id: field('partner_id'),
  partner_name: field('partner_name', ['lead-19']),
  contact_name: field('contact_name', ['lead-19']),
  phone: field('phone'),
  email_from: field('email_from'),
  email: field('email', ['partner-19']),
  function: field('function', ['lead-19']),
  probability: field('probability'),
  country_id: field('country_id', ['lead-19']),
};

function field(name: string, seenIn: Spot['seenIn'] = DEAL): Spot {
  return {
    css: [`.o_field_widget[name="${name}"]`],
    why: 'The widget by its field’s API name, never by label; hidden fields are not in the page at all.',
    seenIn,
  };
}
