import { runReady } from './ready.mjs';

await runReady('start/main.ts');
