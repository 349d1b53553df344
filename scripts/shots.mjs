import { runReady } from './ready.mjs';

await runReady('shots/main.ts');
