import type { Context } from '../context.ts';
import { ProofNeeded, TooMany } from '../errors.ts';
import { householdSpends, waitInTurn } from './households.ts';
import { waitsFor, type Limit, type Spend } from './limits.ts';
import { LASTS_MINUTES, newChallenge, readProof } from './proofs.ts';

/** A stranger who knocks: from which address, at what, and what was sent as a proof. */
type Stranger = { from: string; at: string; proof: string | undefined };

/** Said in place of a proof by whoever cannot make one: a browser without scripts, say. */
const WITHOUT = 'none';

/**
 * Lets a stranger through a route where whole halls come at once. While it is quiet nothing is asked. Past half of what one
 * household may do, or past what is usual for the thing as a whole, each pays with a proof of work: so the people in a hall
 * get through, and a machine in it pays for each knock. Who cannot make one takes the narrow way. Throws ProofNeeded, with
 * work to do, or TooMany.
 */
export async function passCrowd(ctx: Context, limit: Limit, stranger: Stranger): Promise<void> {
  const { from, proof } = stranger;
  if (proof && proof !== WITHOUT) return passProven(ctx, limit, { ...stranger, proof });
  if (await isQuiet(ctx, limit, stranger)) return;
  if (proof !== WITHOUT) return askForProof(ctx, limit, stranger, 'proof-needed');
  const minutes = await waitInTurn(ctx, householdSpends(waysOf(limit).narrow, from));
  if (minutes !== null) throw new TooMany(minutes, { code: 'proof-without' });
}

/** The ways through such a route, each for one household. `quiet` is half of the limit, freed as fast as all of it. */
export function waysOf({ name, count, minutes }: Limit) {
  return {
    quiet: { name: `${name}.quiet`, count: count / 2, minutes: minutes / 2 },
    proven: { name: `${name}.proven`, count: count * 4, minutes },
    narrow: { name: `${name}.narrow`, count: count / 12, minutes },
    asked: { name: `${name}.asked`, count: count * 4, minutes },
  } satisfies Record<string, Limit>;
}

async function isQuiet(ctx: Context, limit: Limit, { from, at }: Stranger): Promise<boolean> {
  const whole = { name: `${limit.name}.whole`, count: ctx.settings.proofPast, minutes: 1 };
  const [household, ...wider] = householdSpends(waysOf(limit).quiet, from);
  const waits = await waitsFor(ctx, [{ limit: whole, key: at }, ...(household ? [household] : [])]);
  return waits.every((wait) => wait === null) && (await waitInTurn(ctx, wider)) === null;
}

/** The work of one challenge counts once, whichever process is asked. */
async function passProven(ctx: Context, limit: Limit, stranger: Stranger & { proof: string }): Promise<void> {
  const read = await readProof(ctx.settings.secret, purposeOf(limit, stranger), stranger.proof);
  if ('fault' in read) return askForProof(ctx, limit, stranger, read.fault);
  const [household, ...wider] = householdSpends(waysOf(limit).proven, stranger.from);
  const once: Spend = { limit: ONCE, key: read.nonce };
  const [used = null, full = null] = await waitsFor(ctx, [once, ...(household ? [household] : [])]);
  if (used !== null) return askForProof(ctx, limit, stranger, 'proof-used');
  const minutes = full ?? (await waitInTurn(ctx, wider));
  if (minutes !== null) throw new TooMany(minutes);
}

/** A little longer than a challenge lasts, so that none outlives the memory of its use. */
const ONCE: Limit = { name: 'proofs.used', count: 1, minutes: LASTS_MINUTES + 1 };

/** Making work costs something, so one household is given so much of it. */
async function askForProof(ctx: Context, limit: Limit, stranger: Stranger, code: string): Promise<never> {
  const minutes = await waitInTurn(ctx, householdSpends(waysOf(limit).asked, stranger.from));
  if (minutes !== null) throw new TooMany(minutes);
  throw new ProofNeeded(code, await newChallenge(ctx.settings.secret, purposeOf(limit, stranger)));
}

/** Work for one form is no good at another. */
export function purposeOf({ name }: Pick<Limit, 'name'>, { at }: Pick<Stranger, 'at'>) {
  return `${name}:${at}`;
}
