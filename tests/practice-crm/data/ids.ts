import type { ObjectName } from '../types.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const checksumAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

export const keyPrefixes: Readonly<Record<ObjectName | 'ListView' | 'QueryCursor', string>> = {
  Account: '001',
  Contact: '003',
  User: '005',
  Opportunity: '006',
  OpportunityHistory: '008',
  OpportunityFieldHistory: '017',
  Lead: '00Q',
  Task: '00T',
  Event: '00U',
  Organization: '00D',
  OpportunityStage: '01J',
  TaskStatus: '01T',
  ListView: '00B',
  QueryCursor: '01g',
};

/** 15 characters to 18: one letter per group of five says which of them are upper case. */
export function withChecksum(id15: string): string {
  let tail = '';
  for (let group = 0; group < 3; group += 1) {
    let bits = 0;
    for (let i = 0; i < 5; i += 1) {
      if (/[A-Z]/.test(id15.charAt(group * 5 + i))) bits |= 1 << i;
    }
    tail += checksumAlphabet.charAt(bits);
  }
  return id15 + tail;
}

/** The 18-character form of a 15- or 18-character id; null when it is neither. */
export function canonicalId(id: string): string | null {
  if (/^[a-zA-Z0-9]{15}$/.test(id)) return withChecksum(id);
  return /^[a-zA-Z0-9]{18}$/.test(id) ? id : null;
}

/** The nth id of an object: mixed case like real ones, never the same twice. */
export function makeId(prefix: string, n: number): string {
  // 62^5 values; the factor shares no divisor with 62, so the walk meets each value once.
  let left = (n * 48_611_623 + 7_919) % 62 ** 5;
  let tail = '';
  for (let i = 0; i < 5; i += 1) {
    tail = letters.charAt(left % 62) + tail;
    left = Math.floor(left / 62);
  }
  return withChecksum(`${prefix}Dn00000${tail}`);
}

export function createIds(): (object: ObjectName) => string {
  const counters = new Map<string, number>();
  return (object) => {
    const n = (counters.get(object) ?? 0) + 1;
    counters.set(object, n);
    return makeId(keyPrefixes[object], n);
  };
}

/** The record type of every record in an org that has none of its own. */
export const masterRecordType = '012000000000000AAA';
