import type { Proof, ProofChallenge } from '@groundwork/features/limits/contract';

/** Tried at once, off the page's own thread where the browser has others; then the page has its turn. */
const TOGETHER = 16;

/** Does the work that a challenge asks for; `tell` hears how many counters were tried. Undefined: there is no answer. */
export async function solve(
  { parameters }: ProofChallenge,
  tell: (tried: number) => void,
): Promise<Proof['solution'] | undefined> {
  const { tries } = parameters.data;
  for (let first = 0; first < tries; first += TOGETHER) {
    const counters = Array.from({ length: TOGETHER }, (_, place) => first + place);
    const keys = await Promise.all(counters.map((counter) => keyFor(counter, parameters)));
    const place = keys.findIndex((key) => key.startsWith(parameters.keyPrefix));
    const derivedKey = keys[place];
    if (derivedKey) return { counter: first + place, derivedKey };
    tell(first + TOGETHER);
  }
  return undefined;
}

async function keyFor(counter: number, { nonce, salt, cost, keyLength }: ProofChallenge['parameters']) {
  const password = bytes(nonce + counter.toString(16).padStart(8, '0'));
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const kind = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(salt), iterations: cost };
  return hex(await crypto.subtle.deriveBits(kind, key, keyLength * 8));
}

function bytes(text: string) {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function hex(bits: ArrayBuffer) {
  return Array.from(new Uint8Array(bits), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
