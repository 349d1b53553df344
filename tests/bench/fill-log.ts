import type { Page } from 'playwright-core';
import { ulid } from 'ulid';
import type { Launched } from '../support/browser.ts';

const DAY_MS = 86_400_000;
/** Over how many days the events lie: a quarter, so that every figure of the panel has rows to add up. */
const DAYS = 90;
/** Events of one imported file: each file is one transaction. */
const FILE = 2000;

interface Answer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly fault?: unknown;
}

async function call<T>(page: Page, method: string, input: object): Promise<T> {
  const answer = (await page.evaluate(
    async ([method, input]) => {
      const { runtime } = (
        globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }
      ).chrome;
      return runtime.sendMessage({ touchline: 1, method, input });
    },
    [method, input] as const,
  )) as Answer;
  if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.fault)}`);
  return answer.value as T;
}

interface Line {
  readonly t?: string;
  readonly r?: { readonly id: string; readonly me?: boolean };
}

async function exported(page: Page): Promise<{ header: string; me: string; instance: string }> {
  const lines: string[] = [];
  let cursor: string | null = null;
  do {
    const piece: { lines: string[]; next: string | null } = await call(page, 'data.export', { cursor });
    lines.push(...piece.lines);
    cursor = piece.next;
  } while (cursor !== null);
  const rows = lines.map((line) => JSON.parse(line) as Line);
  const me = rows.find(({ t, r }) => t === 'people' && r?.me === true)?.r?.id;
  const instance = rows.find(({ t }) => t === 'instances')?.r?.id;
  if (me === undefined || instance === undefined || lines[0] === undefined) {
    throw new Error('the export names no person or CRM to give the events to');
  }
  return { header: lines[0], me, instance };
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The `number`th call of a made-up quarter: answered or not, with one of 400 leads. Nothing in it is random. */
function eventLine(
  number: number,
  count: number,
  who: { me: string; instance: string; device: string },
): string {
  const at = Date.now() - DAY_MS - Math.floor((number / count) * DAYS * DAY_MS);
  const lead = `${who.instance}/Lead/${String(number % 400).padStart(6, '0')}`;
  const talked = number % 7 === 0;
  const event = {
    id: ulid(at),
    kind: 'activity.logged',
    v: 1,
    actor: who.me,
    subject: who.me,
    device: who.device,
    seq: number + 1,
    at,
    recordedAt: at,
    zone: 'UTC',
    offset: 0,
    day: dayOf(at),
    record: lead,
    source: { via: 'panel' },
    body: {
      channel: 'call',
      direction: 'out',
      outcome: talked ? 'talked' : 'no-answer',
      meaning: { dial: true, connect: talked, conversation: talked, booked: false, held: false },
      durationSec: talked ? 180 : null,
      prospect: lead,
      next: null,
      meetingAt: null,
      armedBy: 'key',
    },
  };
  return JSON.stringify({ t: 'events', r: event });
}

/** Fills the log through the product's own import, so that events, rollups and indexes are what they really are. */
export async function fillLog(browser: Launched, count: number): Promise<void> {
  const page = await browser.context.newPage();
  try {
    await page.goto(`chrome-extension://${browser.extensionId}/options.html`);
    const { header, ...known } = await exported(page);
    const who = { ...known, device: ulid() };
    let added = 0;
    for (let from = 0; from < count; from += FILE) {
      const numbers = Array.from({ length: Math.min(FILE, count - from) }, (_, index) => from + index);
      const answer = await call<{ added: number; broken: unknown[] }>(page, 'data.import', {
        lines: [header, ...numbers.map((number) => eventLine(number, count, who))],
        last: true,
        dryRun: false,
        session: ulid(),
      });
      if (answer.broken.length > 0)
        throw new Error(`the import refused: ${JSON.stringify(answer.broken[0])}`);
      added += answer.added;
    }
    if (added < count) throw new Error(`${added} of ${count} events were taken in`);
  } finally {
    await page.close();
  }
}
