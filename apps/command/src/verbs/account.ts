import { endEverySession, makeResetLink } from '@groundwork/features/accounts/rescues';
import { findStanding } from '@groundwork/features/accounts/rescues/queries';
import { contextFor, type Context } from '@groundwork/features/context';
import { NotFound } from '@groundwork/features/errors';
import { openHouse } from '@groundwork/features/house';
import { loadSettings } from '@groundwork/settings';
import { text } from 'node:stream/consumers';
import { withDatabase } from '../site.ts';
import { Refusal, type Output, type Verb } from '../verb.ts';

type Deed = (ctx: Context, email: string, output: Output) => Promise<void>;

export const account: Verb = {
  usage: 'groundwork account [reset|end-sessions] EMAIL',
  summary:
    'Shows how an account stands, makes a link for a new password, or signs it out everywhere; - reads EMAIL from standard input, past the history of the shell.',
  options: {},
  positionals: 2,
  async run({ positionals }, output) {
    const [given = '', verb] = positionals.toReversed();
    const deed = deeds[verb ?? 'show'];
    if (!deed) throw new Refusal(`There is no "account ${verb ?? ''}": ${account.usage}`);
    const email = given === '-' ? (await text(process.stdin)).trim() : given;
    if (!email.includes('@')) throw new Refusal(`An email is missing: ${account.usage}`);
    const settings = loadSettings(process.env);
    await withDatabase(settings, async (databaseUrl) => {
      const { house, close } = await openHouse(settings, databaseUrl, { connections: 2 });
      await deed(contextFor(house), email, output).catch(told).finally(close);
    });
  },
};

const deeds: Record<string, Deed> = {
  async show(ctx, email, output) {
    const standing = await findStanding(ctx, email);
    const { createdAt, isSiteSteward, sessionCount, lastSeenOn } = standing;
    output.say(
      `Opened on ${createdAt.toISOString().slice(0, 10)}${isSiteSteward ? ', looks after this site' : ''}.`,
    );
    output.say(`Signed in at ${sessionCount} places, last used on ${lastSeenOn ?? 'no day we know of'}.`);
    output.result(standing);
  },
  async reset(ctx, email, output) {
    const url = await makeResetLink(ctx, email);
    output.say('For one hour, and once. Make sure that it reaches the right person; it is on record.');
    output.say(url);
    output.result({ url });
  },
  async 'end-sessions'(ctx, email, output) {
    const endedCount = await endEverySession(ctx, email);
    output.say(`Signed out at ${endedCount} places. Whoever knows the password can sign in again.`);
    output.result({ endedCount });
  },
};

function told(error: unknown): never {
  if (error instanceof NotFound) throw new Refusal('No account has that email.');
  throw error;
}
