import { runReady } from './ready.mjs';

await runReady('build/main.ts');
