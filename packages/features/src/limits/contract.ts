import { Type, type Static } from 'typebox';

const hex = (bytes: number) => Type.String({ pattern: `^[0-9a-f]{${bytes * 2}}$` });

/**
 * Work that a crowd's strangers are asked for, as ALTCHA's proof of work (version 2) has it: find the counter whose key, by
 * PBKDF2 of `nonce` and the counter (32 bits, the highest byte first) with `salt`, begins with `keyPrefix`.
 */
export const ProofChallenge = Type.Object({
  parameters: Type.Object({
    algorithm: Type.Literal('PBKDF2/SHA-256'),
    nonce: hex(16),
    salt: hex(16),
    /** Rounds of PBKDF2 for each try. */
    cost: Type.Integer(),
    keyLength: Type.Literal(32),
    keyPrefix: hex(16),
    keySignature: hex(32),
    /** In seconds since 1970. */
    expiresAt: Type.Integer(),
    /** `tries`: the counter is below it. */
    data: Type.Object({ purpose: Type.String(), tries: Type.Integer() }),
  }),
  signature: hex(32),
});
export type ProofChallenge = Static<typeof ProofChallenge>;

/** What is sent back, as the base64 of its JSON, in the header `proof-of-work`. */
export const Proof = Type.Object({
  challenge: ProofChallenge,
  solution: Type.Object({ counter: Type.Integer(), derivedKey: hex(32) }),
});
export type Proof = Static<typeof Proof>;
