import { useEffect, useState } from 'react';

/** The part of the page that is open, kept in the address so that Back, reload and links work: `#goals`. */
export function useRoute(): readonly [string, (route: string) => void] {
  const [route, setRoute] = useState(current);
  useEffect(() => {
    const changed = () => setRoute(current());
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
  return [route, go];
}

function current(): string {
  return window.location.hash.slice(1);
}

function go(route: string): void {
  window.location.hash = route;
}
