import { fault } from './fault.ts';

/** A parsed query of the subset: SELECT … FROM … [WHERE …] [ORDER BY …] [LIMIT n] [OFFSET n]. */
export interface Query {
  readonly fields: readonly string[];
  readonly count: boolean;
  readonly from: string;
  readonly where: Condition | null;
  readonly orderBy: readonly { field: string; descending: boolean; nullsLast: boolean }[];
  readonly limit: number | null;
  readonly offset: number;
}

export type Literal =
  | { readonly kind: 'text' | 'day' | 'instant'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'relative'; readonly name: string; readonly n: number };

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN';

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | {
      readonly kind: 'compare';
      readonly field: string;
      readonly operator: Operator;
      readonly values: readonly Literal[];
    };

type Token = { readonly kind: 'word' | 'text' | 'number' | 'date' | 'sign'; readonly value: string };

const tokenPattern =
  /\s*(?:'((?:\\.|[^'\\])*)'|(\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2}))?)|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w.]*(?::\d+)?)|(<=|>=|!=|<>|[=<>(),]))/y;

function bad(message: string): never {
  throw fault(400, 'MALFORMED_QUERY', message);
}

function tokenise(source: string): Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  const end = source.trimEnd().length;
  while (tokenPattern.lastIndex < end) {
    const at = tokenPattern.lastIndex;
    const match = tokenPattern.exec(source);
    if (!match) bad(`unexpected token: '${source.slice(at, at + 10).trim()}'`);
    const [, quoted, date, number, word, sign] = match;
    if (quoted !== undefined) tokens.push({ kind: 'text', value: unescape(quoted) });
    else if (date !== undefined) tokens.push({ kind: 'date', value: date });
    else if (number !== undefined) tokens.push({ kind: 'number', value: number });
    else if (word !== undefined) tokens.push({ kind: 'word', value: word });
    else tokens.push({ kind: 'sign', value: sign === '<>' ? '!=' : sign! });
  }
  return tokens;
}

function unescape(quoted: string): string {
  return quoted.replace(/\\(.)/g, (_, c: string) => ({ n: '\n', r: '\r', t: '\t' })[c] ?? c);
}

/** @throws ApiFault 400 MALFORMED_QUERY */
export function parseSoql(source: string): Query {
  const tokens = tokenise(source);
  let at = 0;
  const is = (word: string): boolean => {
    const token = tokens[at];
    return !!token && token.kind !== 'text' && token.value.toUpperCase() === word;
  };
  const accept = (word: string): boolean => is(word) && ++at > 0;
  const expect = (word: string): void => {
    if (!accept(word)) bad(`unexpected token: '${tokens[at]?.value ?? '<EOF>'}', expecting ${word}`);
  };
  const name = (): string => {
    const token = tokens[at++];
    if (token?.kind !== 'word') bad(`unexpected token: '${token?.value ?? '<EOF>'}'`);
    return token.value;
  };
  const whole = (): number => {
    const token = tokens[at++];
    if (token?.kind !== 'number' || !/^\d+$/.test(token.value))
      bad(`unexpected token: '${token?.value ?? '<EOF>'}'`);
    return Number(token.value);
  };

  function literal(): Literal {
    const token = tokens[at++];
    if (!token || token.kind === 'sign') bad(`unexpected token: '${token?.value ?? '<EOF>'}'`);
    if (token.kind === 'text') return { kind: 'text', value: token.value };
    if (token.kind === 'number') return { kind: 'number', value: Number(token.value) };
    if (token.kind === 'date')
      return { kind: token.value.includes('T') ? 'instant' : 'day', value: token.value };
    const word = token.value.toUpperCase();
    if (word === 'NULL') return { kind: 'null' };
    if (word === 'TRUE' || word === 'FALSE') return { kind: 'boolean', value: word === 'TRUE' };
    const [relative, n] = word.split(':');
    if (
      /^(TODAY|YESTERDAY|TOMORROW|(THIS|LAST|NEXT)_(WEEK|MONTH|QUARTER|YEAR)|(LAST|NEXT)_(N_DAYS|90_DAYS))$/.test(
        relative!,
      )
    ) {
      return { kind: 'relative', name: relative!, n: n === undefined ? 90 : Number(n) };
    }
    return bad(`unexpected token: '${token.value}'`);
  }

  function compare(): Condition {
    if (accept('(')) {
      const inner = anyOf();
      expect(')');
      return inner;
    }
    if (accept('NOT')) return { kind: 'not', part: compare() };
    const field = name();
    if (accept('NOT')) {
      expect('IN');
      return { kind: 'compare', field, operator: 'NOT IN', values: list() };
    }
    if (accept('IN')) return { kind: 'compare', field, operator: 'IN', values: list() };
    const token = tokens[at++];
    const operator = token?.value.toUpperCase() as Operator;
    if (!token || !['=', '!=', '<', '<=', '>', '>=', 'LIKE'].includes(operator)) {
      bad(`unexpected token: '${token?.value ?? '<EOF>'}'`);
    }
    return { kind: 'compare', field, operator, values: [literal()] };
  }

  function list(): Literal[] {
    expect('(');
    const values = [literal()];
    while (accept(',')) values.push(literal());
    expect(')');
    return values;
  }

  function chain(word: 'AND' | 'OR', part: () => Condition): Condition {
    const parts = [part()];
    while (accept(word)) parts.push(part());
    return parts.length === 1 ? parts[0]! : { kind: word === 'AND' ? 'and' : 'or', parts };
  }
  const allOf = (): Condition => chain('AND', compare);
  const anyOf = (): Condition => chain('OR', allOf);

  expect('SELECT');
  const fields: string[] = [];
  let count = false;
  do {
    const field = name();
    if (field.toUpperCase() === 'COUNT' && accept('(')) {
      expect(')');
      count = true;
    } else fields.push(field);
  } while (accept(','));
  expect('FROM');
  const from = name();
  const where = accept('WHERE') ? anyOf() : null;
  const orderBy: Query['orderBy'][number][] = [];
  if (accept('ORDER')) {
    expect('BY');
    do {
      const field = name();
      const descending = accept('DESC') || (accept('ASC'), false);
      let nullsLast = false;
      if (accept('NULLS')) nullsLast = accept('LAST') || (expect('FIRST'), false);
      orderBy.push({ field, descending, nullsLast });
    } while (accept(','));
  }
  const limit = accept('LIMIT') ? whole() : null;
  const offset = accept('OFFSET') ? whole() : 0;
  if (at < tokens.length) bad(`unexpected token: '${tokens[at]!.value}'`);
  return { fields, count, from, where, orderBy, limit, offset };
}
