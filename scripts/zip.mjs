import { runReady } from './ready.mjs';

await runReady('zip/main.ts');
