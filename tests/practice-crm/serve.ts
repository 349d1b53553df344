/** node tests/practice-crm/serve.ts [--port N] [--seed N] [--now ISO] [--host H]: the practice CRM until Ctrl-C. */
import { parseArgs } from 'node:util';
import { startPracticeCrm } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4400' },
    seed: { type: 'string', default: '1' },
    host: { type: 'string', default: '127.0.0.1' },
    now: { type: 'string' },
  },
});
const crm = await startPracticeCrm({
  port: Number(values.port),
  seed: Number(values.seed),
  host: values.host,
  now: values.now ? new Date(values.now) : new Date(),
});
process.stdout.write(
  `Practice CRM: ${crm.url}\nA deal:       ${crm.recordUrl(crm.state.known.deal)}\nA lead:       ${crm.recordUrl(crm.state.known.lead)}\n`,
);
