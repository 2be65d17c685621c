import type { Context } from '../../context.ts';
import { Refusal } from '../../errors.ts';
import type { TwoWayQuery } from '../../paging.ts';
import { noteShown } from '../../people/own/looks.ts';
import { openText, sealText } from '../../site/tokens.ts';
import { pageOfLines } from '../found.ts';
import { cellsOf } from './columns.ts';
import { findGone, findSharedView } from './queries.ts';
import { cellsShown, columnViews } from './views.ts';

const ROWS = 50;

/**
 * The people of a view that is shared with the viewer, each with what stands in its columns and nothing else. That they were
 * shown is on record of each.
 */
export async function listSharedPeople(
  ctx: Context,
  slug: string,
  { viewId, after, before }: { viewId: string } & TwoWayQuery,
) {
  const { viewing, ...view } = await findSharedView(ctx, slug, viewId);
  const { columns, lines, order } = view;
  const cursors = { after: open(ctx, viewId, after), before: open(ctx, viewId, before) };
  const [page, gone] = await Promise.all([
    pageOfLines(ctx, { viewing, lines, cells: cellsOf(columns) }, { ...cursors, order, limit: ROWS }),
    findGone(ctx, viewing, view),
  ]);
  await noteShown(
    ctx,
    viewing.groupId,
    page.rows.map(({ id }) => id),
  );
  return {
    ...{ id: view.id, name: view.name, columns: columnViews(columns), gone },
    rows: page.rows.map((row) => ({ cells: cellsShown(columns, row) })),
    next: sealed(ctx, viewId, page.next),
    previous: sealed(ctx, viewId, page.previous),
  };
}

const MINUTES = 24 * 60;

/** A cursor has in it what the list is ordered by, which may be no column of the view: nobody reads it. */
function sealed({ settings }: Context, viewId: string, cursor: string | null): string | null {
  if (cursor === null) return null;
  const text = JSON.stringify([viewId, cursor]);
  return sealText(settings.secret, 'shared-view', { text, minutes: MINUTES });
}

function open({ settings }: Context, viewId: string, cursor: string | undefined): string | undefined {
  if (!cursor) return undefined;
  const text = openText(settings.secret, 'shared-view', cursor);
  const [of, place] = text === null ? [] : (JSON.parse(text) as [string, string]);
  if (of !== viewId || place === undefined) throw new Refusal(400, { code: 'malformed' });
  return place;
}
