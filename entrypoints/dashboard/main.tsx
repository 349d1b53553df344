import '@/lib/domain/jitless';
import { createRoot } from 'react-dom/client';
import { Dashboard } from '@/components/dashboard/dashboard';
import { SettingsProvider } from '@/components/pages/settings';
import { BackgroundProvider, newQueryClient } from '@/components/queries/provider';
import '@/components/ui/tokens.css';
import { connectClient } from '@/lib/platform/rpc-client';

createRoot(document.getElementById('root')!).render(
  <BackgroundProvider connection={connectClient()} client={newQueryClient()}>
    <SettingsProvider>
      <Dashboard />
    </SettingsProvider>
  </BackgroundProvider>,
);
