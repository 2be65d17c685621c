import { deed, defineRoutes } from '../../http.ts';
import type { Subject } from '../../subject.ts';
import { mergePeople } from './actions.ts';
import {
  Comparison,
  DuplicateLook,
  DuplicatePage,
  DuplicatesQuery,
  MergeInput,
  Merged,
  MergesOfPerson,
  Parted,
  TwoPeople,
} from './contract.ts';
import { askForDuplicates, findDuplicateLook, listDuplicates, sayTwoPeople } from './duplicates.ts';
import { partPeople } from './parting.ts';
import { compareTwo, listMerges } from './queries.ts';

export const mergingRoutes = (subjects: Subject[]) =>
  defineRoutes({
    'GET /groups/:slug/people/:personId/comparison/:otherId': deed(
      { who: 'account', answers: Comparison },
      (ctx, { params }) => compareTwo(ctx, params),
    ),
    'GET /groups/:slug/people/:personId/merges': deed(
      { who: 'account', answers: MergesOfPerson },
      (ctx, { params }) => listMerges(ctx, params.slug, params.personId),
    ),
    'POST /groups/:slug/people/:personId/merges': deed(
      { who: 'account', body: MergeInput, answers: Merged, status: 201 },
      (ctx, { params, body }) => mergePeople(ctx, subjects, { ...params, ...body }),
    ),
    'DELETE /groups/:slug/people/:personId/merges/:mergeId': deed(
      { who: 'account', answers: Parted },
      (ctx, { params }) => partPeople(ctx, params),
    ),
    'GET /groups/:slug/duplicates': deed(
      { who: 'account', query: DuplicatesQuery, answers: DuplicatePage },
      (ctx, { params, query }) => listDuplicates(ctx, params.slug, query),
    ),
    'GET /groups/:slug/duplicate-looks': deed({ who: 'account', answers: DuplicateLook }, (ctx, { params }) =>
      findDuplicateLook(ctx, params.slug),
    ),
    'POST /groups/:slug/duplicate-looks': deed({ who: 'account', status: 202 }, (ctx, { params }) =>
      askForDuplicates(ctx, params.slug),
    ),
    'POST /groups/:slug/people-apart': deed({ who: 'account', body: TwoPeople }, (ctx, { params, body }) =>
      sayTwoPeople(ctx, params.slug, body),
    ),
  });
