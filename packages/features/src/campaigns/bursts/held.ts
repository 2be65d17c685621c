import { sql } from 'drizzle-orm';
import { signatures } from '../signatures/tables.ts';
import { signatureHolds } from './tables.ts';

/** The condition, over `signatures`, that it is held for the organizers: then no list and no number has it. */
export const isHeld = sql<boolean>`exists (select from ${signatureHolds}
  where ${signatureHolds.signatureId} = ${signatures.id})`;
