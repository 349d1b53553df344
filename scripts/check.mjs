import { runReady } from './ready.mjs';

await runReady('check/main.ts');
