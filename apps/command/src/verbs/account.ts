import { endEverySession, makeResetLink, suspendByEmail } from '@groundwork/features/accounts/rescues';
import { findAccountSummary } from '@groundwork/features/accounts/rescues/queries';
import { contextFor, type Context } from '@groundwork/features/context';
import { Conflict, NotFound } from '@groundwork/features/errors';
import { loadSettings } from '@groundwork/settings';
import { text } from 'node:stream/consumers';
import { quiet, withSite } from '../house.ts';
import { unknown } from '../nearest.ts';
import { unlessAborted } from '../site.ts';
import { countOf } from '../figures.ts';
import { Misuse, CommandRefusal, type VerbAction, type Output } from '../verb.ts';

type Help = (ctx: Context, email: string, output: Output) => Promise<void>;

export const account: VerbAction = async ({ positionals }, output, { env, input, signal }) => {
  const [given = '', name = 'show'] = positionals.toReversed();
  const help = Object.hasOwn(helps, name) ? helps[name] : undefined;
  if (!help) throw new Misuse(unknown('deed of account', name, Object.keys(helps)));
  const email = given === '-' ? (await unlessAborted(signal, text(input))).trim() : given;
  if (!email.includes('@')) throw new Misuse('An email is missing');
  const settings = loadSettings(env);
  // Whose sessions end is signed out of open pages at once.
  await withSite(
    name === 'end-sessions' || name === 'suspend' ? settings : quiet(settings),
    signal,
    async (house) => {
      await help(contextFor(house), email, output).catch(rethrow);
    },
  );
};

const helps: Record<string, Help> = {
  async show(ctx, email, output) {
    const summary = await findAccountSummary(ctx, email);
    const { createdAt, isSiteSteward, isSuspended, sessionCount, lastSeenOn } = summary;
    if (isSuspended) output.say('Suspended: it cannot sign in.');
    output.say(
      `Opened on ${createdAt.toISOString().slice(0, 10)}${isSiteSteward ? ', looks after this site' : ''}.`,
    );
    output.say(
      sessionCount === 0
        ? 'Signed in nowhere.'
        : `Signed in at ${countOf(sessionCount, 'place')}, last used on ${lastSeenOn ?? 'no day we know of'}.`,
    );
    output.result(summary);
  },
  async reset(ctx, email, output) {
    const url = await makeResetLink(ctx, email);
    output.say('For one hour, and once. Make sure that it reaches the right person; it is on record.');
    output.say(url);
    output.result({ url });
  },
  async suspend(ctx, email, output) {
    await suspendByEmail(ctx, email, 'Whoever runs the server has done this; ask the stewards of the site.');
    output.say(
      'Signed out everywhere, and shut out until it is lifted. Its owner gets a mail; it is on record.',
    );
    output.result({ isSuspended: true });
  },
  async lift(ctx, email, output) {
    await suspendByEmail(ctx, email, null);
    output.say('Open again. Its owner gets a mail; it is on record.');
    output.result({ isSuspended: false });
  },
  async 'end-sessions'(ctx, email, output) {
    const endedCount = await endEverySession(ctx, email);
    output.say(
      `Signed out at ${countOf(endedCount, 'place')}. Whoever knows the password can sign in again.`,
    );
    output.result({ endedCount });
  },
};

function rethrow(error: unknown): never {
  if (error instanceof NotFound) {
    const isOpen = error.params.thing === 'suspension';
    throw new CommandRefusal(isOpen ? 'That account is not suspended.' : 'No account has that email.');
  }
  if (error instanceof Conflict)
    throw new CommandRefusal('That is the last steward of the site: make another one first.');
  throw error;
}
