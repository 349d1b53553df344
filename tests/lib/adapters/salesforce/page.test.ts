import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { look } from '@/lib/adapters/engine';
import { salesforcePage } from '@/lib/adapters/salesforce/page';
import { spots } from '@/lib/adapters/salesforce/spots';
import { type RawReading, rawReadingSchema } from '@/lib/domain/record';
import { type Case, openCase } from './support';

function read(shot: Case, href?: string): RawReading {
  const seen = shot.look(href);
  if (seen.kind !== 'read') throw new Error(JSON.stringify(seen));
  return rawReadingSchema.parse(seen.reading);
}

function textsOf(reading: RawReading): Record<string, string> {
  return Object.fromEntries(Object.entries(reading.fields).map(([name, field]) => [name, field.text]));
}

describe('a deal', () => {
  it.each(['deal', 'cached', 'console', 'related-links', 'lwc-path', 'looking-ahead', 'user-menu', 'native'])(
    'is read whole on the page "%s"',
    (name) => {
      const shot = openCase(name);
      const { deal } = shot.expected;
      const reading = read(shot);
      expect(reading.ref).toEqual({ object: 'deal', api: 'Opportunity', remoteId: deal.Id });
      expect(textsOf(reading)).toEqual({
        name: deal['Name'],
        amount: '$48,000.00',
        stage: deal['StageName'],
        closeDate: '11/26/2026',
        owner: 'Alex Morgan',
        account: 'Halden Logistics',
        nextStep: '',
        probability: `${deal['Probability']}%`,
        created: expect.stringMatching(/^8\/\d+\/26, /),
      });
      expect(reading.fields.owner?.id).toBe(deal['OwnerId']);
      expect(reading.fields.account?.id).toBe(deal['AccountId']);
      expect(reading.fields.stage?.closed).toBe('open');
      expect(reading.expected).toHaveLength(9);
    },
  );

  it('knows the stage by its API name, whatever step somebody looks at', () => {
    const shot = openCase('looking-ahead');
    expect(shot.page.querySelector('.slds-is-active')?.getAttribute('data-name')).not.toBe(
      shot.expected.deal['StageName'],
    );
    expect(read(shot).fields.stage?.machine).toBe(shot.expected.deal['StageName']);
  });

  it('believes the field, not a path that is about something else', () => {
    const shot = openCase('deal');
    const title = shot.page.querySelector('.slds-is-current .slds-path__title')!;
    title.textContent = 'Shipped';
    expect(read(shot).fields.stage).toEqual({ text: shot.expected.deal['StageName'] });
  });

  it.each(['won', 'lost'] as const)('is %s when its last step says so', (closed) => {
    const shot = openCase('deal');
    shot.page.querySelector('.slds-is-current')!.classList.add(`slds-is-${closed}`);
    expect(read(shot).fields.stage?.closed).toBe(closed);
  });

  it('is read in German as it stands there, by the same API names', () => {
    const shot = openCase('german');
    const reading = read(shot);
    expect(reading.language).toBe('de-DE');
    expect(reading.locale).toBeNull();
    expect(reading.fields.amount?.text).toBe('48.000,00 €');
    expect(reading.fields.closeDate?.text).toBe('26.11.2026');
    expect(reading.fields.stage?.machine).toBe(shot.expected.deal['StageName']);
  });

  it('leaves out what the page does not show', () => {
    const { fields, expected } = read(openCase('no-amount'));
    expect(fields.amount).toBeUndefined();
    expect(expected).toContain('amount');
    expect(fields.closeDate?.text).toBe('11/26/2026');
  });

  it('reads name and stage when the details were never opened', () => {
    const reading = read(openCase('activity-first'));
    expect(Object.keys(reading.fields).sort()).toEqual(['name', 'stage']);
  });

  it('takes no placeholder for an empty value', () => {
    const { fields } = read(openCase('half-loaded'));
    expect(fields.nextStep).toBeUndefined();
    expect(fields.amount).toBeUndefined();
  });

  it('reads markup in fields as text', () => {
    const { fields } = read(openCase('markup'));
    expect(fields.name?.text).toContain('<img src=x onerror=');
  });

  it('never reads what is being typed', () => {
    const { fields } = read(openCase('editing'));
    expect(fields.amount).toBeUndefined();
    expect(JSON.stringify(fields)).not.toContain('99999999');
  });
});

describe('people and companies', () => {
  it('reads a lead', () => {
    const shot = openCase('lead');
    const { lead } = shot.expected;
    const { fields, ref } = read(shot);
    expect(ref.object).toBe('lead');
    expect(fields.name?.text).toBe(lead['Name']);
    expect(fields.account).toEqual({ text: lead['Company'] });
    expect(fields.phone?.text).toBe(lead['Phone']);
    // The words for screen readers in the link are not part of the address.
    expect(fields.email?.text).toBe(lead['Email']);
    expect(fields.stage).toEqual({ text: lead['Status'], machine: lead['Status'] });
    expect(fields.country?.text).toBe(lead['Country'] ?? '');
  });

  it('reads a contact and its company', () => {
    const shot = openCase('contact');
    const { contact, account } = shot.expected;
    const { fields } = read(shot);
    expect(fields.name?.text).toBe(contact['Name']);
    expect(fields.account).toEqual({ text: account['Name'], id: account.Id });
    expect(fields.country?.text).toBe(contact['MailingCountry'] ?? '');
  });

  it('reads an account', () => {
    const shot = openCase('account');
    expect(read(shot).fields.name?.text).toBe(shot.expected.account['Name']);
  });
});

describe('which record', () => {
  it('waits while the page still shows another record, though it links to the new one', () => {
    const shot = openCase('stale');
    expect(shot.url.pathname).toContain(shot.expected.lateDeal.Id);
    expect(shot.look()).toMatchObject({ kind: 'waiting', ref: { remoteId: shot.expected.lateDeal.Id } });
    const account = openCase('account');
    expect(account.page.querySelector(`a[href*="${account.expected.deal.Id}"]`)).not.toBeNull();
    expect(account.look(`/lightning/r/Opportunity/${account.expected.deal.Id}/view`).kind).toBe('waiting');
  });

  describe('on a page that carries no id anywhere', () => {
    beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
    afterEach(() => vi.useRealTimers());
    function anonymous(): Case {
      const shot = openCase('deal');
      shot.page.querySelector('one-record-home-flexipage2')!.removeAttribute('data-recordid');
      return shot;
    }

    it('reads it once it has stood under the address', () => {
      const shot = anonymous();
      expect(shot.look().kind).toBe('waiting');
      vi.advanceTimersByTime(1499);
      expect(shot.look().kind).toBe('waiting');
      vi.advanceTimersByTime(1);
      expect(shot.look().kind).toBe('read');
    });

    it('waits for ever when the address moves on and the page does not', () => {
      const shot = anonymous();
      const { lateDeal } = shot.expected;
      const next = `/lightning/r/Opportunity/${lateDeal.Id}/view`;
      shot.look();
      vi.advanceTimersByTime(2000);
      expect(shot.look().kind).toBe('read');
      expect(shot.look(next).kind).toBe('waiting');
      vi.advanceTimersByTime(60_000);
      expect(shot.look(next).kind).toBe('waiting');
      // The other record arrives in the same element.
      shot.page.querySelector('[slot="primaryField"]')!.textContent = String(lateDeal['Name']);
      shot.page.title = `${lateDeal['Name']} | Opportunity | Salesforce`;
      shot.look(next);
      vi.advanceTimersByTime(2000);
      expect(shot.look(next)).toMatchObject({ kind: 'read', reading: { ref: { remoteId: lateDeal.Id } } });
    });

    it('waits while the title is another record’s', () => {
      const shot = anonymous();
      shot.page.title = 'Somebody else | Opportunity | Salesforce';
      shot.look();
      vi.advanceTimersByTime(5000);
      expect(shot.look().kind).toBe('waiting');
    });
  });

  it('never reads a hidden cached page, though it is in the document', () => {
    const shot = openCase('cached');
    const { lateDeal } = shot.expected;
    expect(shot.page.querySelector(`[data-recordid="${lateDeal.Id}"]`)).not.toBeNull();
    expect(shot.look(`/lightning/r/Opportunity/${lateDeal.Id}/view`).kind).toBe('waiting');
  });

  it('reads the preview over a list, which has no address', () => {
    const shot = openCase('preview');
    const reading = read(shot);
    expect(reading.ref.remoteId).toBe(shot.expected.deal.Id);
    expect(reading.fields.amount?.text).toBe('$48,000.00');
  });

  it('sees no record on a list', () => {
    expect(openCase('list').look()).toEqual({ kind: 'no-record' });
  });

  it('knows the record behind a "New …" dialog and reads that record, never the dialog\'s empty form', () => {
    const shot = openCase('new-over-deal');
    const { deal } = shot.expected;
    expect(shot.url.searchParams.get('backgroundContext')).toContain(deal.Id);
    const seen = shot.look();
    expect(seen).toMatchObject({ kind: 'read', reading: { ref: { remoteId: deal.Id } } });
    if (seen.kind !== 'read') return;
    expect(seen.reading.fields.name?.text).toBe(deal['Name']);
    expect(seen.reading.fields.amount?.text).toContain('48,000');
  });
});

describe('under a dialog of Lightning', () => {
  it('"Edit …" reads the record behind it, and nothing of what the form holds', () => {
    const shot = openCase('edit-over-deal');
    const { deal } = shot.expected;
    expect(shot.url.pathname).toMatch(/\/edit$/);
    shot.page.querySelector('[role="dialog"] input[name="Amount"]')!.setAttribute('value', '99999999');
    const reading = read(shot);
    expect(reading.ref.remoteId).toBe(deal.Id);
    expect(textsOf(reading)).toMatchObject({ name: deal['Name'], amount: '$48,000.00' });
    expect(JSON.stringify(reading.fields)).not.toContain('99999999');
    expect(salesforcePage.whoami(shot.url, shot.eye)).toEqual({ ...shot.expected.me, aliases: [] });
  });

  it('"New …" over a list is no record', () => {
    const shot = openCase('new-over-list');
    expect(shot.url.searchParams.get('backgroundContext')).toContain('/list');
    expect(shot.look()).toEqual({ kind: 'no-record' });
  });

  it('"New …" is no record either when the page it names as its background is not there', () => {
    const shot = openCase('new-over-deal');
    shot.page.querySelector('one-record-home-flexipage2')!.remove();
    expect(shot.look()).toEqual({ kind: 'no-record' });
  });

  it('a page without an id stays its record’s though the title is the dialog’s', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const shot = openCase('edit-over-deal');
    const { deal } = shot.expected;
    const view = `/lightning/r/Opportunity/${deal.Id}/view`;
    shot.page.querySelector('one-record-home-flexipage2')!.removeAttribute('data-recordid');
    shot.look(view);
    vi.advanceTimersByTime(2000);
    expect(shot.look(view).kind).toBe('read');
    shot.page.title = `Edit ${deal['Name']} | Salesforce`;
    expect(shot.look().kind).toBe('read');
    // Another name in it is not believed before the title says it as well.
    shot.page.querySelector('[slot="primaryField"]')!.textContent = 'Somebody else';
    vi.advanceTimersByTime(60_000);
    expect(shot.look().kind).toBe('waiting');
    vi.useRealTimers();
  });
});

describe('the CRM and its user', () => {
  it('is found by its page', () => {
    const shot = openCase('deal');
    expect(salesforcePage.detect(shot.url, shot.eye)).toEqual({
      base: 'https://northwind.example',
      tenant: null,
      version: null,
      test: false,
    });
  });

  it.each([
    ['https://acme--uat.sandbox.lightning.force.com/lightning/page/home', true],
    ['https://acme-dev-ed.scratch.lightning.force.com/lightning/page/home', true],
    ['https://acme.lightning.force.com/lightning/page/home', false],
    ['https://acme.trailblaze.lightning.force.com/lightning/page/home', false],
  ])('%s is a test org: %s', (href, test) => {
    expect(salesforcePage.detect(new URL(href), openCase('list').eye)?.test).toBe(test);
  });

  it('is not found on another page', () => {
    const shot = openCase('deal');
    shot.page.body.replaceChildren();
    expect(salesforcePage.detect(shot.url, shot.eye)).toBeNull();
  });

  it.each(['deal', 'user-menu', 'list'])('says on "%s" who is signed in', (name) => {
    const shot = openCase(name);
    expect(salesforcePage.whoami(shot.url, shot.eye)).toEqual({ ...shot.expected.me, aliases: [] });
  });

  it('anchors fields for pins', () => {
    const shot = openCase('deal');
    const { ref } = read(shot);
    const anchor = (field: 'amount' | 'phone' | 'name') => salesforcePage.anchor(ref, field, shot.eye);
    expect(anchor('amount')?.getAttribute('data-target-selection-name')).toBe(
      'sfdc:RecordField.Opportunity.Amount',
    );
    expect(anchor('phone')).toBeNull();
    expect(anchor('name')).not.toBeNull();
  });
});

describe('the spots', () => {
  const cases = new Set(
    readdirSync(new URL('../../../fixtures/salesforce/', import.meta.url)).map((file) => file.split('.')[0]),
  );
  it.each(Object.entries(spots))('%s stands in every page it names', (name, spot) => {
    for (const seen of spot.seenIn) {
      expect(cases).toContain(seen);
      const { page } = openCase(seen);
      const eyeless = spot.css.some((css) => deepFind(page, css));
      expect(eyeless, `${name} in ${seen}`).toBe(true);
    }
  });
});

function deepFind(root: ParentNode, css: string): boolean {
  if (root.querySelector(css)) return true;
  return [...root.querySelectorAll('*')].some((host) => host.shadowRoot && deepFind(host.shadowRoot, css));
}

it('answers for a document that is no page at all', () => {
  const shot = openCase('deal');
  shot.page.documentElement.replaceChildren();
  expect(look(salesforcePage, shot.url, shot.page).kind).toBe('waiting');
});

it('imports neither zod nor fetch into the page', () => {
  for (const file of ['page', 'confirm', 'spots', 'locate', 'ids']) {
    const source = readFileSync(
      new URL(`../../../../lib/adapters/salesforce/${file}.ts`, import.meta.url),
      'utf8',
    );
    expect(source).not.toMatch(/from 'zod'|\bfetch\(/);
    for (const [line] of source.matchAll(/^import (?!type)[^\n]* from '@\/[^\n]*/gm))
      throw new Error(`${file} brings along ${line}`);
  }
});
