import '@/lib/domain/jitless';
import { createRoot } from 'react-dom/client';
import { DoorsContext, type Doors } from '@/components/options/doors';
import { Options } from '@/components/options/options';
import { SettingsProvider } from '@/components/pages/settings';
import { BackgroundProvider, newQueryClient } from '@/components/queries/provider';
import '@/components/ui/tokens.css';
import { askForOrigin } from '@/lib/platform/permissions';
import { connectClient } from '@/lib/platform/rpc-client';

const doors: Doors = {
  askForOrigin,
  // A packaged file, not the network; a country without one answers with an error, which here means "none".
  holidays: (country) =>
    fetch(`/holidays/${country}.json`)
      .then((reply) => reply.json())
      .catch(() => null),
};

createRoot(document.getElementById('root')!).render(
  <BackgroundProvider connection={connectClient()} client={newQueryClient()}>
    <DoorsContext value={doors}>
      <SettingsProvider>
        <Options />
      </SettingsProvider>
    </DoorsContext>
  </BackgroundProvider>,
);
