import { describe, expect, it } from 'vitest';
import { brokenTable, linesOf, piecesOf, withoutBroken } from '@/components/options/data/import-file';

describe('lines of a file', () => {
  it('keeps the place of every line: an empty one stays, the last line break adds none', () => {
    expect(linesOf('\uFEFF{"a":1}\r\n\r\n{"b":2}\n')).toEqual(['{"a":1}', '', '{"b":2}']);
    expect(linesOf('')).toEqual([]);
  });

  it('are cut by number and by size, and none is lost', () => {
    const many = Array.from({ length: 4001 }, (_, index) => String(index));
    expect(piecesOf(many).map((piece) => piece.length)).toEqual([2000, 2000, 1]);
    const long = Array.from({ length: 5 }, () => 'x'.repeat(1_500_000));
    expect(piecesOf(long).map((piece) => piece.length)).toEqual([2, 2, 1]);
    expect(piecesOf(many).flat()).toEqual(many);
    expect(piecesOf([])).toEqual([]);
  });
});

it('leaves broken lines out and every other in its place', () => {
  expect(withoutBroken(['head', 'bad', 'good'], [{ line: 2, why: 'not JSON' }])).toEqual([
    'head',
    '',
    'good',
  ]);
});

describe('the table of broken lines', () => {
  it('begins with a byte-order mark and quotes what a cell may hold', () => {
    const table = brokenTable(['ok', 'say "no", please'], [{ line: 2, why: 'not JSON' }]);
    expect(table).toBe('\uFEFF"line","why","text"\r\n"2","not JSON","say ""no"", please"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1'])('takes the formula out of %j', (text) => {
    expect(brokenTable([text], [{ line: 1, why: '' }])).toContain(`"'${text}"`);
  });
});
