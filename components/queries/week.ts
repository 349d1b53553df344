import { useQuery } from '@tanstack/react-query';
import { useConnection } from './client';
import { read } from './read';

const USUAL_WEEK = [1, 1, 1, 1, 1, 0, 0] as const;

/** Weights of Monday … Sunday in the work calendar; the usual week until it is known. */
export function useWorkWeek(): readonly number[] {
  const connection = useConnection();
  const { data } = useQuery(read(connection, 'settings', 'settings.read', {}));
  return data?.file.calendar?.week ?? USUAL_WEEK;
}
