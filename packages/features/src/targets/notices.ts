import { say } from '@groundwork/words';
import { dateFormat } from '@groundwork/words/dates';
import { letterBetween } from '../notices/between.ts';
import type { FromSite, NoticesOf } from '../notices/kinds.ts';

type Said = {
  about: { id: string; title: string };
  /** The group that was promised something, by its slug and its name. */
  slug: string;
  group: string;
  promise: string;
  /** YYYY-MM-DD. */
  dueOn: string;
};
type Keyed = { askId: string; dueOn: string; to: { account: string } };

/** That the day of a promise has passed, for those who publish for the group that wrote it down. */
export const targetNotices = {
  'targets.promise-due': {
    level: 'decide',
    about: 'target',
    from: 'site',
    key: ({ askId, dueOn, to }: Keyed) => `targets.promise-due:${askId}:${dueOn}:${to.account}`,
    letter: (ctx, { about, slug, group, promise, dueOn }: Said) =>
      letterBetween(ctx, {
        text: (part) =>
          say(ctx.language, `mail.targets.promise-due.${part}`, {
            ...{ target: about.title, group, promise },
            date: dateFormat(ctx.language, 'UTC', 'day').format(new Date(`${dueOn}T12:00:00Z`)),
          }),
        path: `/groups/${slug}/targets/${about.id}#asks`,
      }),
  } satisfies FromSite,
} satisfies NoticesOf<'targets'>;
