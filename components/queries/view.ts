import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useConnection } from './client';
import { unwrap } from './fault';
import { topicKey } from './keys';

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
  });
}
