import { useEffect, type ReactNode } from 'react';
import { Button } from '../ui/button';
import styles from './shell.module.css';

export interface Section {
  readonly id: string;
  readonly name: string;
}

/** Name, sections and the way to the other page at the left; the open section beside it. */
export function PageShell(props: {
  readonly title: string;
  readonly navigation: string;
  readonly sections: readonly Section[];
  readonly current: string;
  readonly other: { readonly name: string; readonly open: () => void };
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  const section = props.sections.find(({ id }) => id === props.current);
  const heading = section?.name ?? props.title;
  useEffect(() => {
    document.title = `${heading} · Touchline`;
  }, [heading]);
  return (
    <div className={styles.page}>
      <header className={styles.side}>
        <p className={styles.brand}>Touchline</p>
        <nav aria-label={props.navigation}>
          <ul>
            {props.sections.map(({ id, name }) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  className={styles.link}
                  aria-current={id === props.current ? 'page' : undefined}
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Button look="quiet" className={styles.other} onClick={props.other.open}>
          {props.other.name}
        </Button>
      </header>
      <main className={props.wide ? styles.wide : styles.main}>
        <h1 className={styles.heading}>{heading}</h1>
        {props.children}
      </main>
    </div>
  );
}
