// Makes a clone able to run: the packages of the lock file, the pinned Node, the generated types.
// Plain JavaScript for Node 20 without packages, because it runs before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';

/** @param {string} path relative to the project */
function at(path) {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

/** @param {string} path */
function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/** Why the installed packages are not those of the lock file; null when they are. */
export function staleReason() {
  if (!existsSync(at('node_modules'))) return 'nothing is installed yet';
  if (!existsSync(at('node_modules/.package-lock.json'))) return 'the last installation did not finish';
  const installed = packagesOf(at('node_modules/.package-lock.json'));
  for (const [path, wanted] of Object.entries(packagesOf(at('package-lock.json')))) {
    if (path === '') continue;
    const name = path.replace(/^.*node_modules\//, '');
    const found = installed[path];
    // Packages for other systems are in the lock file and rightly not here.
    if (found === undefined && (wanted.optional === true || wanted.peer === true)) continue;
    if (found === undefined) return `${name} is missing`;
    if (found.version !== wanted.version) return `${name} is ${found.version}, not ${wanted.version}`;
  }
  return null;
}

/**
 * Runs a program and answers its exit code; what it prints goes straight through.
 * @param {string} command @param {readonly string[]} args @param {string} [cwd]
 * @returns {Promise<number>}
 */
function run(command, args, cwd = root) {
  return new Promise((done, fail) => {
    const child = spawn(command, [...args], {
      cwd,
      stdio: 'inherit',
      shell: windows && command.endsWith('.cmd'),
    });
    // The terminal sends Ctrl-C to the child as well; this process waits for it to end tidily.
    const wait = () => undefined;
    process.on('SIGINT', wait);
    const passOn = () => child.kill('SIGTERM');
    process.on('SIGTERM', passOn);
    child.on('error', fail);
    child.on('exit', (code, signal) => {
      process.off('SIGINT', wait);
      process.off('SIGTERM', passOn);
      done(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

/** @param {readonly string[]} args */
function npm(args) {
  const inside = process.env.npm_execpath;
  if (inside !== undefined && inside.endsWith('.js')) return run(process.execPath, [inside, ...args]);
  return run(windows ? 'npm.cmd' : 'npm', args);
}

/** The pinned Node, which reads TypeScript by itself; null when its package did not unpack. */
function pinnedNode() {
  const paths = windows ? ['node_modules/node/bin/node.exe'] : ['node_modules/node/bin/node'];
  return paths.map(at).find((path) => existsSync(path)) ?? null;
}

function readsTypeScript() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

/** @param {string} sentence @returns {never} */
function giveUp(sentence) {
  console.error(`\n${sentence}`);
  process.exit(2);
}

/**
 * Brings the clone up to date and answers the Node that runs the scripts.
 * Ends the process with code 2 and a sentence when something is missing that it cannot bring.
 * @returns {Promise<string>}
 */
export async function ready() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) giveUp(`Node ${process.versions.node} is too old: Touchline needs Node 20 or newer.`);

  const stale = staleReason();
  if (stale !== null) {
    console.log(`Installing packages (${stale}). The first time takes a minute or two.`);
    const code = await npm(['ci', '--no-audit', '--no-fund']);
    if (code !== 0) {
      giveUp(`The packages could not be installed: npm ci ended with code ${code}. Its reason stands above.`);
    }
  }

  if (pinnedNode() === null && !readsTypeScript()) {
    console.log('Unpacking the Node version this project is pinned to.');
    // npm can be set to run no package's own set-up step; this is that step.
    await run(process.execPath, ['installArchSpecificPackage.js'], at('node_modules/node'));
  }
  const node = pinnedNode() ?? (readsTypeScript() ? process.execPath : null);
  if (node === null) {
    giveUp('The pinned Node could not be unpacked. Install Node 24 and run the command again.');
  }

  if (!existsSync(at('.wxt/wxt.d.ts'))) {
    console.log('Generating types.');
    const code = await run(node, [at('node_modules/wxt/bin/wxt.mjs'), 'prepare']);
    if (code !== 0) giveUp(`The types could not be generated: wxt prepare ended with code ${code}.`);
  }
  return node;
}

/**
 * Gets ready, then runs one of this folder's TypeScript files with the arguments given to this process, and
 * ends with its exit code.
 * @param {string} script path inside `scripts/`
 * @param {readonly string[]} [args]
 */
export async function runReady(script, args = process.argv.slice(2)) {
  const node = await ready();
  process.exit(await run(node, ['--disable-warning=ExperimentalWarning', at(`scripts/${script}`), ...args]));
}
