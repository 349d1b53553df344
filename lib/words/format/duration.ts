/** Seconds as m:ss, from an hour h:mm:ss. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** "7" = seven minutes, "7:30", "1:02:03"; null when it is no duration of at most a day. Seconds. */
export function parseDuration(text: string): number | null {
  const match = /^(?:(\d{1,2}):)?(\d{1,4})(?::([0-5]\d))?$/.exec(text.trim());
  if (match === null) return null;
  const [, first, second, third] = match;
  const parts = [first, second, third].filter((part) => part !== undefined).map(Number);
  const seconds =
    parts.length === 1
      ? parts[0]! * 60
      : parts.length === 2
        ? parts[0]! * 60 + parts[1]!
        : parts[0]! * 3600 + parts[1]! * 60 + parts[2]!;
  const written = text.trim().split(':');
  if (written.length > 1 && written.slice(1).some((part) => part.length !== 2 || Number(part) > 59))
    return null;
  return seconds <= 86_400 ? seconds : null;
}
