import '@/lib/domain/jitless';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Panel } from '@/components/panel/panel';
import { BackgroundProvider, newQueryClient } from '@/components/queries/provider';
import '@/components/ui/tokens.css';
import { connectClient } from '@/lib/platform/rpc-client';

const connection = connectClient();
const client = newQueryClient();

// A frame stays empty until its ticket is taken: who framed it may not be ours (design.md, "Framing proves nothing").
void connection.ready.then((ready) => {
  if (!ready) return;
  createRoot(document.querySelector('#root')!).render(
    <StrictMode>
      <BackgroundProvider connection={connection} client={client}>
        <Panel />
      </BackgroundProvider>
    </StrictMode>,
  );
});
