import { createContext, useContext } from 'react';

/** What the options page needs of the browser; handed in by its entrypoint. */
export interface Doors {
  /** Asks the browser for one site. Called in the click itself, before any await. */
  askForOrigin(address: string): Promise<boolean>;
  /** The packaged holiday table of a country, unparsed; null when there is none. */
  holidays(country: string): Promise<unknown>;
}

export const DoorsContext = createContext<Doors | null>(null);

export function useDoors(): Doors {
  const doors = useContext(DoorsContext);
  if (doors === null) throw new Error('useDoors outside its provider');
  return doors;
}
