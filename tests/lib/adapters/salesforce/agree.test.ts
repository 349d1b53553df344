import { describe, expect, it } from 'vitest';
import { normalise } from '@/lib/domain/reading/normalise';
import { recordSnapshotSchema } from '@/lib/domain/record';
import { instanceWith } from '../../domain/reading/support';
import { openCase } from './support';

const NOW = Date.UTC(2026, 10, 10, 15);

describe('a saved page comes out as the CRM’s own tables say', () => {
  it.each([
    ['deal', 'USD'],
    ['native', 'USD'],
    ['console', 'USD'],
    ['german', 'EUR'],
  ])('%s', (name, currency) => {
    const shot = openCase(name);
    const seen = shot.look();
    if (seen.kind !== 'read') throw new Error(seen.kind);
    const snapshot = recordSnapshotSchema.parse(
      normalise(seen.reading, { instance: instanceWith({ currency }), now: NOW }),
    );
    const { deal } = shot.expected;
    const { fields } = snapshot;
    expect(snapshot.missing).toEqual([]);
    expect(fields.amount?.value).toEqual({ minor: Number(deal['Amount']) * 100, currency });
    expect(fields.closeDate).toMatchObject({ value: deal['CloseDate'], confidence: 'exact' });
    expect(fields.probability?.value).toBe(Number(deal['Probability']) / 100);
    expect(fields.stage?.value).toMatchObject({ id: deal['StageName'], status: 'open' });
    expect(fields.owner?.value?.remoteId).toBe(deal['OwnerId']);
    expect(fields.nextStep).toMatchObject({ raw: null, confidence: 'exact' });
    expect(fields.created?.value).toBe('2026-08-28');
  });
});
