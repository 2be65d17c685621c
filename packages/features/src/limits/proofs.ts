import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { randomInt } from 'node:crypto';
import { Check } from 'typebox/value';
import { Proof, type ProofChallenge } from './contract.ts';
import { secretFor } from './keys.ts';

/** How long one has for it: a form may lie there half filled in, and an old phone is slow. */
export const LASTS_MINUTES = 10;

/**
 * At most 2.5 million rounds, and half of that usually: 2 s on a phone of 2016 that makes 700,000 a second, 0.2 s on a
 * laptop. Few tries of many rounds, since each is two calls to the browser besides. Making one costs the api one try (half a
 * millisecond, in another thread), and checking one two HMACs.
 */
const COST = 2_000;
const TRIES = 1_250;

/** Longer than any proof of ours. */
const MOST_CHARACTERS = 2_000;

/** Work for one knock, which says what for: it is no good elsewhere. `now` in milliseconds; less `tries` is less work. */
export async function newChallenge(
  secret: string,
  purpose: string,
  { now = Date.now(), tries = TRIES }: { now?: number; tries?: number } = {},
): Promise<ProofChallenge> {
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: COST,
    counter: randomInt(tries),
    deriveKey,
    data: { purpose, tries },
    expiresAt: Math.floor(now / 1000) + LASTS_MINUTES * 60,
    ...secrets(secret),
  });
  return challenge as ProofChallenge;
}

/** What is wrong with a proof: it came too late, or is none of ours for this purpose. */
type Fault = 'proof-expired' | 'proof-wrong';

/** Reads what somebody sent as a proof, whatever it is. `nonce` is that of the work it was for, each good once. */
export async function readProof(
  secret: string,
  purpose: string,
  sent: string,
): Promise<{ nonce: string } | { fault: Fault }> {
  const proof = parse(sent);
  if (!proof) return { fault: 'proof-wrong' };
  const { challenge, solution } = proof;
  const { verified, expired } = await verifySolution({ challenge, solution, deriveKey, ...secrets(secret) });
  if (expired) return { fault: 'proof-expired' };
  const { nonce, data } = challenge.parameters;
  return verified && data.purpose === purpose ? { nonce } : { fault: 'proof-wrong' };
}

function parse(sent: string): Proof | null {
  if (sent.length > MOST_CHARACTERS) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(sent, 'base64').toString());
    return Check(Proof, read) ? read : null;
  } catch {
    return null;
  }
}

/** Two: who could sign keys could make a proof without any work. */
function secrets(secret: string) {
  return {
    hmacSignatureSecret: secretFor(secret, 'proof'),
    hmacKeySignatureSecret: secretFor(secret, 'proof key'),
  };
}
