/**
 * The names of a message's arguments, read from its English pattern by the compiler: a forgotten value does not
 * compile. A branch that is one lower-case Latin word ("other {days}") would be taken for an argument; write
 * "other {# days}" there, which is better ICU anyway.
 */
export type ArgumentNames<Pattern extends string> = Pattern extends `${string}{${infer Rest}`
  ? Identifier<Head<Rest>> | ArgumentNames<Rest>
  : never;

type Head<Rest extends string> = Rest extends `${infer Name},${string}`
  ? Name extends `${infer Short}}${string}`
    ? Short
    : Name
  : Rest extends `${infer Name}}${string}`
    ? Name
    : never;

type Identifier<Name extends string> = Name extends '' | `${string} ${string}` | `#${string}`
  ? never
  : Name extends Uncapitalize<Name>
    ? Name extends `${string}{${string}`
      ? never
      : Name
    : never;

export type Value = string | number;

/** The values a pattern wants: none, or an object with exactly its arguments. */
export type ValuesFor<Pattern extends string> = [ArgumentNames<Pattern>] extends [never]
  ? []
  : [values: { readonly [Name in ArgumentNames<Pattern>]: Value }];
