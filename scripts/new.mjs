import { runReady } from './ready.mjs';

await runReady('new/main.ts');
