import { receivers } from './compositions/receivers.ts';
import { answerers } from './events/audiences.ts';
import { letterAudience } from './ladders/letter-audience.ts';
import type { Audience } from './mailings/audience.ts';

/** Every kind of audience that a mailing can have. */
export const audiences: Audience[] = [answerers, receivers, letterAudience];
