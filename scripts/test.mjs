import { runReady } from './ready.mjs';

await runReady('test/main.ts');
