/**
 * With less room than this, in bytes, nothing is opened and nothing is tried: a write that stops half way for want of
 * room can cost the whole database (`takeFreshLog`). Enough for LevelDB to tidy up in.
 */
const NEEDED = 16 * 2 ** 20;

/** Is the disk, or our share of it, full? By the figures the browser itself refuses writes by; false when it gives none. */
export async function isDiskFull(): Promise<boolean> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota !== undefined && usage !== undefined && quota - usage < NEEDED;
  } catch {
    return false;
  }
}
