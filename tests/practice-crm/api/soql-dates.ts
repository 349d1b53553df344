import { addDays, instantAt, weekday } from '../data/days.ts';

/** A relative date literal as civil days: first day, and the day after the last. Weeks start on Sunday, as in en_US. */
export function relativeDays(name: string, n: number, today: string): { from: string; to: string } {
  if (name === 'TODAY') return { from: today, to: addDays(today, 1) };
  if (name === 'YESTERDAY') return { from: addDays(today, -1), to: today };
  if (name === 'TOMORROW') return { from: addDays(today, 1), to: addDays(today, 2) };
  if (name.startsWith('LAST_N') || name === 'LAST_90_DAYS')
    return { from: addDays(today, -n), to: addDays(today, 1) };
  if (name.startsWith('NEXT_N') || name === 'NEXT_90_DAYS')
    return { from: addDays(today, 1), to: addDays(today, n + 1) };
  const [which, unit] = name.split('_') as ['THIS' | 'LAST' | 'NEXT', string];
  const shift = { THIS: 0, LAST: -1, NEXT: 1 }[which];
  if (unit === 'WEEK') {
    const from = addDays(today, -weekday(today) + 7 * shift);
    return { from, to: addDays(from, 7) };
  }
  const months = unit === 'MONTH' ? 1 : unit === 'QUARTER' ? 3 : 12;
  const index = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  const first = Math.floor(index / months) * months + shift * months;
  return { from: monthStart(first), to: monthStart(first + months) };
}

function monthStart(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

/** Start of a civil day in a zone, as the ISO text datetime fields are stored in. */
export function dayStart(zone: string, day: string): string {
  return new Date(instantAt(zone, day, 0)).toISOString();
}
