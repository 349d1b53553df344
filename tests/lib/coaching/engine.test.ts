import { existsSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULES } from '@/lib/coaching/catalog';
import { advise, adviseAll, type Occasion } from '@/lib/coaching/engine';
import { defineRule, type Finding } from '@/lib/coaching/rule';
import { promptSchema } from '@/lib/rpc/view';
import { coachingEn } from '@/lib/words/coaching.en';
import { coachingKo } from '@/lib/words/coaching.ko';
import { addDays } from '@/lib/domain/time';
import { ago, deal, facts, RECORD, snapshot, step, TODAY, tried } from './support';

const occasion = (change: Partial<Occasion> = {}): Occasion => ({
  facts: facts({ deal: deal({ closeDay: ago(2) }) }),
  answers: [],
  workday: true,
  ...change,
});
const said = (change: Partial<Occasion> = {}) => adviseAll(occasion(change)).map((advice) => advice.rule);

const toy = (id: string, severity: number, finding: Finding | null = found) =>
  defineRule({ id, severity, needs: ['record'], restDays: 2, evaluate: () => finding });
const found: Finding = { with: {}, action: 'none', evidence: [RECORD] };

describe('one idea', () => {
  it('is the most severe of what the rules say', () => {
    expect(said()).toEqual(['close-date-past', 'next-step-missing']);
    expect(advise(occasion())?.rule).toBe('close-date-past');
  });

  it('keeps the catalogue’s order among equals', () => {
    const rules = [toy('a', 5), toy('b', 9), toy('c', 5)];
    expect(adviseAll(occasion(), rules).map((advice) => advice.rule)).toEqual(['b', 'a', 'c']);
  });

  it('is none on a day off', () => {
    expect(said({ workday: false })).toEqual([]);
  });

  it('is not said without evidence', () => {
    const bare = { ...found, evidence: [] as unknown as Finding['evidence'] };
    expect(advise(occasion(), [toy('bare', 9, bare), toy('good', 1)])?.rule).toBe('good');
  });

  it('is null where no rule speaks', () => {
    expect(advise(occasion(), [toy('quiet', 9, null)])).toBeNull();
  });
});

describe('an answered rule rests on that record', () => {
  const after = (answer: 'done' | 'dismissed' | 'later', days: number) =>
    said({ answers: [{ rule: 'close-date-past', answer, day: ago(days) }] }).includes('close-date-past');

  it.each([
    ['dismissed', 0, false],
    ['dismissed', 6, false],
    ['dismissed', 7, true],
    ['later', 0, false],
    ['later', 1, true],
    ['done', 0, false],
    ['done', 1, true],
  ] as const)('%s %i days ago: speaks %s', (answer, days, speaks) => {
    expect(after(answer, days)).toBe(speaks);
  });

  it('by its own rest when done', () => {
    const answers = [{ rule: 'slow', answer: 'done', day: ago(1) }] as const;
    expect(advise(occasion({ answers }), [toy('slow', 9)])).toBeNull();
    const older = [{ rule: 'slow', answer: 'done', day: ago(2) }] as const;
    expect(advise(occasion({ answers: older }), [toy('slow', 9)])?.rule).toBe('slow');
  });

  it('while the others go on', () => {
    expect(said({ answers: [{ rule: 'close-date-past', answer: 'dismissed', day: TODAY }] })).toEqual([
      'next-step-missing',
    ]);
  });

  it('by the longest of several answers', () => {
    const answers = [
      { rule: 'close-date-past', answer: 'dismissed', day: ago(3) },
      { rule: 'close-date-past', answer: 'later', day: ago(2) },
    ] as const;
    expect(said({ answers })).not.toContain('close-date-past');
  });
});

describe('a rule', () => {
  it('is handed exactly what it declared', () => {
    let handed: string[] = [];
    const nosy = defineRule({
      id: 'nosy',
      severity: 1,
      needs: ['record', 'today'],
      restDays: 0,
      evaluate(given) {
        handed = Object.keys(given);
        return null;
      },
    });
    advise(occasion(), [nosy]);
    expect(handed.sort()).toEqual(['record', 'today']);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s has its file, its test and its words',
    (id, rule) => {
      expect(existsSync(new URL(`../../../lib/coaching/${id}.ts`, import.meta.url))).toBe(true);
      expect(existsSync(new URL(`./${id}.test.ts`, import.meta.url))).toBe(true);
      expect(Object.keys(coachingEn)).toContain(id);
      expect(Object.keys(coachingKo)).toContain(id);
      expect(rule.severity).toBeGreaterThan(0);
    },
  );

  it('is in the catalogue when it has a file', () => {
    const files = readdirSync(new URL('../../../lib/coaching/', import.meta.url)).map((name) =>
      name.replace('.ts', ''),
    );
    const machinery = ['catalog', 'engine', 'facts', 'idle-limits', 'rule'];
    const ids: readonly string[] = RULES.map((rule) => rule.id);
    expect(files.filter((name) => !machinery.includes(name)).sort()).toEqual([...ids].sort());
  });

  it('has a severity of its own', () => {
    expect(new Set(RULES.map((rule) => rule.severity)).size).toBe(RULES.length);
  });
});

it('gives advice the panel’s contract accepts, whatever the facts', () => {
  const some = fc.record({
    closed: fc.integer({ min: -60, max: 60 }),
    due: fc.option(fc.integer({ min: -60, max: 60 })),
    tries: fc.array(fc.tuple(fc.nat(90), fc.nat(23)), { maxLength: 6 }),
    probability: fc.option(fc.nat(100)),
  });
  fc.assert(
    fc.property(some, ({ closed, due, tries, probability }) => {
      const activities = [...tries]
        .sort(([a], [b]) => a - b)
        .map(([days, hour]) => tried(ago(days), `${String(hour).padStart(2, '0')}:00`));
      const all = adviseAll(
        occasion({
          facts: facts({
            deal: deal({ closeDay: ago(closed) }),
            nextStep: due === null ? null : step({ day: addDays(TODAY, due) }),
            snapshot: snapshot({
              nextStep: { text: '' },
              ...(probability === null ? {} : { probability: `${probability}%` }),
            }),
            activities,
          }),
        }),
      );
      for (const advice of all) {
        expect(promptSchema.parse(advice)).toEqual(advice);
        expect(advice.evidence.length).toBeGreaterThan(0);
        for (const figure of Object.values(advice.with)) expect(figure).not.toBeNaN();
      }
    }),
  );
});
