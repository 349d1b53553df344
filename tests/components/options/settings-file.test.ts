import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSettingsFile, sameGoal, writeSettingsFile } from '@/components/options/data/settings-file';
import { calendarSettingsSchema, settingsFileSchema } from '@/lib/domain/settings';
import { METRICS } from '@/lib/kpi/catalog';

const paper = readFileSync('docs/settings.md', 'utf8');

describe('docs/settings.md', () => {
  const example = /```json\n([\s\S]*?)```/.exec(paper)?.[1] ?? '';

  it('shows an example that Touchline takes', () => {
    const reading = readSettingsFile(example);
    expect(reading.kind).toBe('settings');
    if (reading.kind !== 'settings') return;
    expect(reading.file.calendar?.zone).toBe('America/Los_Angeles');
    expect(reading.file.goals).toHaveLength(2);
  });

  it.each(Object.keys(settingsFileSchema.shape))('describes %s', (part) => {
    expect(paper).toMatch(new RegExp(`\`${part}[\`.]`));
  });

  it.each(Object.keys(calendarSettingsSchema.shape))('describes calendar.%s', (part) => {
    expect(paper).toMatch(new RegExp(`\\| \`${part}[\`.]`));
  });

  it('names only metrics that exist', () => {
    const list = /id of a metric \(([^)]*)\)/.exec(paper)?.[1] ?? '';
    const named = [...list.matchAll(/`([a-z-]+)`/g)].map((match) => match[1]);
    expect(new Set(named)).toEqual(new Set(METRICS.map(({ id }) => id as string)));
  });
});

describe('a settings file that is none', () => {
  it('is refused whole, with the place named', () => {
    expect(readSettingsFile('role: sdr')).toEqual({ kind: 'not-json' });
    const wrong = readSettingsFile('{"touchline":1,"role":"ceo","retentionDays":90}');
    expect(wrong).toMatchObject({ kind: 'wrong', where: 'role' });
    for (const [goal, where] of [
      [{ metric: 'dails', target: 60 }, 'goals.0.metric'],
      [{ metric: 'revenue-won', target: 60_000 }, 'goals.0.currency'],
      [{ metric: 'win-rate', target: 30 }, 'goals.0.target'],
      [{ metric: 'dials', target: 5.5 }, 'goals.0.target'],
    ] as const) {
      const text = JSON.stringify({ touchline: 1, role: 'sdr', goals: [{ period: 'day', ...goal }] });
      expect(readSettingsFile(text)).toMatchObject({ kind: 'wrong', where });
    }
    expect(readSettingsFile('{"touchline":2}')).toMatchObject({ kind: 'wrong', where: 'touchline' });
    expect(readSettingsFile('{"touchline":1,"roles":"sdr"}')).toMatchObject({ kind: 'wrong' });
  });
});

describe('a settings file that was saved', () => {
  it('is read again as it was', () => {
    const file = settingsFileSchema.parse({ touchline: 1, role: 'ae', retentionDays: 90 });
    const reading = readSettingsFile(writeSettingsFile(file, [], []));
    expect(reading).toEqual({ kind: 'settings', file: { ...file, goals: [], crms: [] } });
  });

  it('meets the goal it speaks of by figure and period', () => {
    const goals = [{ metric: 'dials', period: 'day' }] as never;
    expect(sameGoal(goals, { metric: 'dials', period: 'day' })).not.toBeNull();
    expect(sameGoal(goals, { metric: 'dials', period: 'week' })).toBeNull();
  });
});
