import { browser } from 'wxt/browser';

const ALARM = 'outbox';
/** Below this an alarm is not honoured; a timer serves while the worker lives. */
const ALARM_FLOOR_MS = 30_000;

/** Wakes the outbox at a time: by timer while the worker lives, by alarm when it has died meanwhile. */
export function wakeAt(at: number, run: () => void): void {
  const wait = Math.max(0, at - Date.now());
  if (wait < ALARM_FLOOR_MS) setTimeout(run, wait + 50);
  void browser.alarms.create(ALARM, { when: Date.now() + Math.max(wait, ALARM_FLOOR_MS) });
}

/** Must be called synchronously at the start of the worker. */
export function onWake(run: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) run();
  });
}
