import '@groundwork/patches/loading';
import { command } from './command.ts';
import { interruptions } from './interruptions.ts';

/** `groundwork VERB ...`: for whoever runs the server. */
const code = await command(process.argv.slice(2), {
  env: process.env,
  input: process.stdin,
  out: process.stdout,
  err: process.stderr,
  interruptions: () => interruptions(process, () => process.exit(130)),
});
// What was begun is taken back by now; what is still being asked need not be answered.
if (code === 130) process.exit(code);
process.exitCode = code;
// What was asked of servers that say nothing is not waited for.
process.stdout.write('', () => process.exit());
