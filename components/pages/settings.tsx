import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { laidOver } from '@/lib/domain/own-settings';
import type { OwnSettings } from '@/lib/domain/settings';
import { dayOf, type Day } from '@/lib/domain/time';
import type { Output } from '@/lib/rpc/contract';
import { useConnection } from '../queries/client';
import { unwrap } from '../queries/fault';
import { topicKey } from '../queries/keys';
import { read } from '../queries/read';
import { browserLanguage, LanguageProvider } from '../ui/language';
import { LiveRegion } from '../ui/live';
import { useNow } from '../ui/use-now';
import { FaultLine } from './fault-line';

export type SettingsRead = Output<'settings.read'>;

const SettingsContext = createContext<SettingsRead | null>(null);

/** Reads the settings before anything else is drawn: language, light or dark, and zone come from there. */
export function SettingsProvider(props: { readonly children: ReactNode }) {
  const settings = useQuery(read(useConnection(), 'settings', 'settings.read', {}));
  const language = settings.data?.language ?? browserLanguage();
  const appearance = settings.data?.file.appearance ?? 'page';
  useEffect(() => {
    document.documentElement.lang = language;
    if (appearance === 'page') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = appearance;
  }, [language, appearance]);
  return (
    <LanguageProvider language={language}>
      {/* First: at the end it would stand below a page of full height and make it scroll. */}
      <LiveRegion />
      {settings.data !== undefined && (
        <SettingsContext value={settings.data}>{props.children}</SettingsContext>
      )}
      {settings.error !== null && (
        <main>
          <FaultLine error={settings.error} onRetry={() => void settings.refetch()} />
        </main>
      )}
    </LanguageProvider>
  );
}

export function useSettings(): SettingsRead {
  const settings = useContext(SettingsContext);
  if (settings === null) throw new Error('useSettings outside a SettingsProvider');
  return settings;
}

/** The reader's zone: the one chosen, else the browser's. */
export function useZone(): string {
  return useSettings().file.calendar?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function useToday(): Day {
  return dayOf(useNow(60_000), useZone());
}

/**
 * Saves some parts of the settings and leaves the others: what is not named goes on following the company's file.
 * One save after the other, so that what comes back after a failure is not older than the change before it.
 */
export function useSaveSettings() {
  const connection = useConnection();
  const client = useQueryClient();
  const key = topicKey('settings', 'settings.read', {});
  const save = useMutation<unknown, Error, Omit<OwnSettings, 'touchline'>, SettingsRead | undefined>({
    scope: { id: 'settings' },
    mutationFn: async (parts) => unwrap(await connection.call('settings.save', { ...parts, touchline: 1 })),
    // A box that was ticked is ticked at once; when saving fails, what is really stored comes back.
    onMutate: (parts) => {
      const before = client.getQueryData<SettingsRead>(key);
      client.setQueryData<SettingsRead>(
        key,
        (known) => known && { ...known, file: laidOver(known.file, { ...parts, touchline: 1 }) },
      );
      return before;
    },
    onError: async (_error, _parts, before) => {
      await client.invalidateQueries({ queryKey: key });
      // A full disk may let nothing be read either: then what was shown before comes back, and that it may be old is
      // still said.
      const query = client.getQueryCache().find<SettingsRead>({ queryKey: key });
      if (query?.state.error && before) query.setState({ data: before });
    },
  });
  return {
    ...save,
    /** Saves, and answers whether it is stored now; `error` says why not. */
    keep: (parts: Parameters<typeof save.mutateAsync>[0]): Promise<boolean> =>
      save.mutateAsync(parts).then(
        () => true,
        () => false,
      ),
  };
}
