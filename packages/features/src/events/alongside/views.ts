import type { House } from '../../context.ts';
import type { Answer } from '../../http.ts';
import { tearOff } from '../../links/views.ts';
import { stateOf } from '../views.ts';
import type { HeldTogether } from './contract.ts';
import type { findHeldTogether } from './queries.ts';

type Found = Awaited<ReturnType<typeof findHeldTogether>>;

/** An event with what came through each group, as it leaves. */
export function heldTogetherView(house: House, { event, rows, own }: Found): Answer<HeldTogether> {
  const { id, slug, title, startsAt, endsAt, timeZone, groupLanguage: language } = event;
  return {
    event: { id, slug, title, state: stateOf(event), startsAt, endsAt, timeZone, language },
    rows: rows.map(({ code, ...row }) => ({ ...row, link: tearOff(house, code) })),
    own,
  };
}
