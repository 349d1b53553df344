import { ulid } from 'ulid';
import type { Clock, Ids } from '@/lib/domain/ports';

export const systemClock: Clock = {
  now: () => Date.now(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
};

export const systemIds: Ids = { next: () => ulid() };
