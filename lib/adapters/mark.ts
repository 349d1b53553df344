import type { CrmWrite } from '@/lib/domain/outbox';

/** What stands at the end of a text we wrote into a CRM that has no field for a foreign reference. */
const MARK = /Touchline ([0-7][0-9A-HJKMNP-TV-Z]{25}) (\d{4}-\d{2}-\d{2})/;

/** The line by which a written call is found again, and which day it counts on (it may be written days later). */
export function markOf(write: CrmWrite): string {
  return `Touchline ${write.reference} ${write.day}`;
}

/** Our reference and day in a text a CRM gave back; null when it is not ours. */
export function readMark(text: string): { readonly reference: string; readonly day: string } | null {
  const [, reference, day] = MARK.exec(text) ?? [];
  return reference !== undefined && day !== undefined ? { reference, day } : null;
}

/** The paragraphs of a written call: its subject, its text when there is one, and the mark. */
export function paragraphsOf(write: CrmWrite): string[] {
  return [write.subject, write.text, markOf(write)].map((part) => part.trim()).filter((part) => part !== '');
}
