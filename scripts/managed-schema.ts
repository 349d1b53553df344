import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { settingsFileSchema } from '../lib/domain/settings.ts';

/**
 * Writes public/managed-schema.json from the settings file's own schema, so that an administrator's policy and
 * the settings file cannot drift apart: `node_modules/.bin/node scripts/managed-schema.ts`.
 */
interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
}

/**
 * Chrome reads an old and small dialect (type, properties, items, enum) and drops a policy that does not fit
 * without a word. So only the shape goes in; limits are checked by the extension, which can say what is wrong.
 */
function toPolicy(schema: JsonSchema): object {
  if (schema.anyOf !== undefined) {
    const variants = schema.anyOf.filter((variant) => variant.type !== 'null');
    const [first] = variants;
    if (first === undefined) throw new Error('a setting that can only be null cannot be managed');
    return variants.length === 1 ? toPolicy(first) : { type: first.type };
  }
  if (schema.type === 'object') {
    const properties = Object.entries(schema.properties ?? {});
    return {
      type: 'object',
      properties: Object.fromEntries(properties.map(([name, property]) => [name, toPolicy(property)])),
    };
  }
  if (schema.type === 'array') return { type: 'array', items: toPolicy(schema.items ?? {}) };
  if (typeof schema.const === 'number') return { type: 'integer' };
  if (schema.enum !== undefined) return { type: schema.type, enum: schema.enum };
  if (schema.type === undefined) throw new Error(`no type in ${JSON.stringify(schema)}`);
  return { type: schema.type };
}

/** What public/managed-schema.json holds. */
export function managedSchema(): object {
  return toPolicy(z.toJSONSchema(settingsFileSchema, { io: 'input' }) as JsonSchema);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(
    fileURLToPath(new URL('../public/managed-schema.json', import.meta.url)),
    `${JSON.stringify(managedSchema(), null, 2)}\n`,
  );
}
