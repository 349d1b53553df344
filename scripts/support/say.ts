/** One line to the person at the terminal. */
export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** A reason a command cannot go on: its sentence is for the person, its code for whoever called the command. */
export class Stop extends Error {
  readonly code: number;
  constructor(sentence: string, code = 2) {
    super(sentence);
    this.code = code;
  }
}

/**
 * Runs a command's main function. A `Stop` is printed as its sentence alone; any other error is a mistake of ours
 * and keeps its stack. Ends the process.
 */
export async function runMain(main: () => Promise<number>): Promise<never> {
  try {
    process.exit(await main());
  } catch (problem) {
    if (problem instanceof Stop) {
      process.stderr.write(`\n${problem.message}\n`);
      process.exit(problem.code);
    }
    process.stderr.write(
      `\n${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}\n`,
    );
    process.exit(1);
  }
}
