import type { House } from '../../context.ts';
import type { Answer } from '../../http.ts';
import { tearOff } from '../../links/views.ts';
import type { AlongsideView } from './contract.ts';
import type { findAlongside } from './queries.ts';

type Alongside = Awaited<ReturnType<typeof findAlongside>>;

/** A campaign with what came through each group, as it leaves. */
export function alongsideView(house: House, { campaign, rows }: Alongside): Answer<AlongsideView> {
  return { campaign, rows: rows.map(({ code, ...row }) => ({ ...row, link: tearOff(house, code) })) };
}
