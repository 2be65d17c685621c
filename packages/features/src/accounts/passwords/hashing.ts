import { hash, verify } from '@node-rs/argon2';

/** Argon2id as OWASP advises: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The cost is kept in the hash, so whoever knows the hash knows how long comparing with it takes. */
export function hashPassword(password: string, cost: typeof COST = COST): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

/** Takes as long for an account that does not exist (null) as for one that does, so that time tells nothing. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await NOBODYS_HASH), password.normalize('NFKC'));
  return matches && passwordHash !== null;
}

const NOBODYS_HASH = hashPassword('nobody has this password');
