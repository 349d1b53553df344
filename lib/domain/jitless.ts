import * as z from 'zod';

/**
 * Zod would probe `new Function` when the first schema is made, which our pages' policy refuses and reports (tried).
 * Every page's entrypoint imports this file before anything else.
 */
z.config({ jitless: true });
