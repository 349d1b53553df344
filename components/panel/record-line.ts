import type { Language } from '@/lib/domain/settings';
import type { PanelView } from '@/lib/rpc/view';
import { dayOf } from '@/lib/domain/time';
import { money } from '@/lib/words/format/money';
import { date, moment } from '@/lib/words/format/when';
import type { Words } from '../ui/language';
import { outcomeText } from '../calls/outcome-words';

/** The header's second line: for a deal its stage, amount and close date, for a person the tries and last touch. */
export function recordLine(
  view: PanelView,
  words: Words,
  language: Language,
  now: number,
  hidden: boolean,
): readonly string[] {
  const { record } = view;
  if (record === null) return [];
  const parts =
    record.object === 'deal' ? dealParts(view, words, language, now, hidden) : personParts(view, words);
  const touch = record.object === 'deal' ? null : lastTouch(view, words, language, now);
  return [...(touch === null ? parts : [...parts, touch]), ...ownerPart(view, words)];
}

function dealParts(
  view: PanelView,
  words: Words,
  language: Language,
  now: number,
  hidden: boolean,
): readonly string[] {
  const fields = view.record!.fields;
  const stage = fields.stage?.value?.label ?? null;
  const amount = fields.amount?.value ?? null;
  const close = fields.closeDate?.value ?? null;
  const amountText =
    amount === null
      ? hidden
        ? '•••'
        : asShown(fields.amount?.raw) || words('panel.noAmount')
      : hidden
        ? '•••'
        : fields.amount?.rounded === true
          ? words('ui.about', { value: money(language, amount.minor, amount.currency) })
          : money(language, amount.minor, amount.currency);
  const closeText =
    close === null
      ? asShown(fields.closeDate?.raw) || words('panel.noCloseDate')
      : date(language, close, dayOf(now, view.zone));
  const moved =
    view.closeMoved !== null && view.closeMoved > 0
      ? ` (${words('panel.moved', { n: view.closeMoved })})`
      : '';
  return [
    ...(stage === null
      ? []
      : [view.stageDays === null ? stage : words('panel.stageDays', { stage, n: view.stageDays })]),
    amountText,
    `${closeText}${moved}`,
  ];
}

/** A date that two readings fit is shown as the page shows it: it is there, only not understood. */
function asShown(raw: string | null | undefined): string {
  return raw?.trim().slice(0, 24) ?? '';
}

function personParts(view: PanelView, words: Words): readonly string[] {
  const object = words(`crm.object.${view.record!.object}`);
  const tries = view.lastTouch?.tries ?? 0;
  // The header counts the try that is about to be made.
  return [object, tries === 0 ? words('panel.firstTry') : words('panel.try', { n: tries + 1 })];
}

function lastTouch(view: PanelView, words: Words, language: Language, now: number): string | null {
  const touch = view.lastTouch;
  if (touch === null) return null;
  const what =
    touch.outcome === null
      ? words(`calls.sent.${touch.channel}`)
      : outcomeText(words, view.outcomes, touch.outcome, 'past');
  return words('panel.last', { when: moment(language, touch.at, now, view.zone), what });
}

function ownerPart(view: PanelView, words: Words): readonly string[] {
  if (view.mine !== 'other') return [];
  const owner = view.record?.fields.owner?.value?.name ?? null;
  return [owner === null ? words('panel.otherOwner') : words('panel.owner', { name: owner })];
}
