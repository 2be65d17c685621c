import type { Context } from '../../context.ts';
import { findPeopleHolder } from '../../people/queries.ts';
import { listPeopleFound } from '../found.ts';
import { viewingOf } from '../queries.ts';
import { cellsOf } from './columns.ts';
import type { ShownQuery } from './contract.ts';
import { findGone, findView } from './queries.ts';
import { cellsShown, columnViews } from './views.ts';

/** The people whom lines and a search leave, in the columns of a view where one is asked for. */
export async function listPeopleShown(ctx: Context, slug: string, { view: viewId, ...asked }: ShownQuery) {
  if (!viewId) return { ...(await listPeopleFound(ctx, slug, asked)), view: null };
  const viewing = viewingOf(await findPeopleHolder(ctx, slug));
  const view = await findView(ctx.db, viewing, viewId);
  const { id, name, columns } = view;
  const [{ rows, ...found }, gone] = await Promise.all([
    listPeopleFound(ctx, slug, asked, cellsOf(columns)),
    findGone(ctx, viewing, view),
  ]);
  return {
    ...found,
    rows: rows.map((row) => ({ ...row, cells: cellsShown(columns, row) })),
    view: { id, name, columns: columnViews(columns), gone },
  };
}
