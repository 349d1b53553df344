import { Stop } from '../support/say.ts';

/** What `npm run new` writes for one unit, and what is left to do by hand. */
export interface NewUnit {
  /** Path in the project → text. None of them may exist yet. */
  readonly files: Readonly<Record<string, string>>;
  readonly steps: readonly string[];
}

/** A unit's one name: file, test, message keys and stored rows carry it. Kebab-case, throws `Stop` otherwise. */
export function unitName(name: string): string {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new Stop(
      `"${name}" cannot be a unit's name. Write it like meetings-booked: small letters, hyphens.`,
    );
  }
  return name;
}

/** `meetings-booked` → `meetingsBooked`. */
export function camel(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
}
