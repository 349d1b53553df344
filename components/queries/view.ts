import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useConnection } from './client';
import { unwrap } from './fault';
import { topicKey } from './keys';

/** How often a panel without an answer asks again by itself: what was full or broken may be mended meanwhile. */
const ASK_AGAIN_MS = 5000;

/** Everything the panel shows, for the tab it stands in or beside. */
export function usePanelView() {
  const connection = useConnection();
  return useQuery({
    queryKey: topicKey('view', 'panel.view'),
    queryFn: async () => {
      const tabId = await connection.tabId();
      return unwrap(await connection.call('panel.view', tabId === null ? {} : { tabId }));
    },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.status === 'error' ? ASK_AGAIN_MS : false),
  });
}
