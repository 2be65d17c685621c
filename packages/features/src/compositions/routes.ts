import { deed, defineRoutes } from '../http.ts';
import { allowed } from '../policy.ts';
import { LanguageCode } from '../site/contract.ts';
import {
  beginComposition,
  chooseAudience,
  chooseSender,
  keepAsTemplate,
  removeComposition,
  removeText,
  setRules,
  writeText,
} from './actions.ts';
import { checkComposition } from './checks.ts';
import {
  AudienceInput,
  Checks,
  Colleagues,
  CompositionPage,
  CompositionQuery,
  CompositionView,
  LeftOutPage,
  LeftOutQuery,
  MadeComposition,
  NewComposition,
  Preview,
  PreviewQuery,
  CompositionReach,
  RulesInput,
  SenderInput,
  SendingInput,
  TemplateInput,
  TextInput,
  TrialInput,
  VariantQuery,
} from './contract.ts';
import { linkTrialRoutes } from './links/routes.ts';
import { askForLook, giveLook } from './looking.ts';
import { mailingsPolicy } from './policy.ts';
import { previewComposition } from './previews.ts';
import { findComposition, listCompositions } from './queries.ts';
import { countReach, listLeftOut } from './reach.ts';
import {
  hasteComposition,
  resumeComposition,
  sendComposition,
  stopComposition,
  unsendComposition,
} from './sending.ts';
import { experimentRoutes } from './experiments/routes.ts';
import { resultRoutes } from './results/routes.ts';
import { templateRoutes } from './templates/routes.ts';
import { listColleagues, tryComposition } from './trials.ts';
import { compositionRow, compositionView } from './views.ts';

type Params = { slug: string; mailingId: string };
const placeOf = ({ slug, mailingId: id }: Params) => ({ slug, id });

const written = defineRoutes({
  'GET /groups/:slug/mailings': deed(
    { who: 'account', query: CompositionQuery, answers: CompositionPage },
    async (ctx, { params, query }) => {
      const { rows, next, group, rules } = await listCompositions(ctx, params.slug, query);
      return { rows: rows.map(compositionRow), next, rules, can: allowed(mailingsPolicy, group) };
    },
  ),
  'POST /groups/:slug/mailings': deed(
    { who: 'account', body: NewComposition, answers: MadeComposition, status: 201 },
    async (ctx, { params, body }) => ({ id: await beginComposition(ctx, params.slug, body) }),
  ),
  'GET /groups/:slug/mailings/:mailingId': deed(
    { who: 'account', answers: CompositionView },
    async (ctx, { params }) =>
      compositionView(ctx, await findComposition(ctx, params.slug, params.mailingId)),
  ),
  'DELETE /groups/:slug/mailings/:mailingId': deed({ who: 'account' }, (ctx, { params }) =>
    removeComposition(ctx, placeOf(params)),
  ),
  'PUT /groups/:slug/mailings/:mailingId/audience': deed(
    { who: 'account', body: AudienceInput },
    (ctx, { params, body }) => chooseAudience(ctx, placeOf(params), body),
  ),
  'PUT /groups/:slug/mailings/:mailingId/texts/:language': deed(
    { who: 'account', params: { language: LanguageCode }, body: TextInput },
    (ctx, { params: { language, ...params }, body }) =>
      writeText(ctx, placeOf(params), { language, ...body }),
  ),
  'DELETE /groups/:slug/mailings/:mailingId/texts/:language': deed(
    { who: 'account', params: { language: LanguageCode }, query: VariantQuery },
    (ctx, { params: { language, ...params }, query }) =>
      removeText(ctx, placeOf(params), { language, ...query }),
  ),
  'PUT /groups/:slug/mailings/:mailingId/sender': deed(
    { who: 'account', body: SenderInput },
    (ctx, { params, body }) => chooseSender(ctx, placeOf(params), body),
  ),
  'PUT /groups/:slug/mailings/:mailingId/template': deed(
    { who: 'account', body: TemplateInput },
    (ctx, { params, body }) => keepAsTemplate(ctx, placeOf(params), body),
  ),
  'PUT /groups/:slug/mailing-rules': deed({ who: 'account', body: RulesInput }, (ctx, { params, body }) =>
    setRules(ctx, params.slug, body),
  ),
});

const looked = defineRoutes({
  'GET /groups/:slug/mailings/:mailingId/reach': deed(
    { who: 'account', answers: CompositionReach },
    (ctx, { params }) => countReach(ctx, params.slug, params.mailingId),
  ),
  'GET /groups/:slug/mailings/:mailingId/left-out': deed(
    { who: 'account', query: LeftOutQuery, answers: LeftOutPage },
    (ctx, { params, query }) => listLeftOut(ctx, params.slug, { ...query, id: params.mailingId }),
  ),
  'GET /groups/:slug/mailings/:mailingId/preview': deed(
    { who: 'account', query: PreviewQuery, answers: Preview },
    (ctx, { params, query }) => previewComposition(ctx, placeOf(params), query),
  ),
  'GET /groups/:slug/mailings/:mailingId/checks': deed(
    { who: 'account', answers: Checks },
    async (ctx, { params }) => ({ rows: await checkComposition(ctx, placeOf(params)) }),
  ),
  'GET /groups/:slug/mailing-colleagues': deed(
    { who: 'account', answers: Colleagues },
    async (ctx, { params }) => ({ rows: await listColleagues(ctx, params.slug) }),
  ),
  'POST /groups/:slug/mailings/:mailingId/trials': deed(
    { who: 'account', body: TrialInput },
    (ctx, { params, body }) => tryComposition(ctx, placeOf(params), body),
  ),
});

const sent = defineRoutes({
  'PUT /groups/:slug/mailings/:mailingId/look-request': deed({ who: 'account' }, (ctx, { params }) =>
    askForLook(ctx, placeOf(params)),
  ),
  'PUT /groups/:slug/mailings/:mailingId/look': deed({ who: 'account' }, (ctx, { params }) =>
    giveLook(ctx, placeOf(params)),
  ),
  'PUT /groups/:slug/mailings/:mailingId/sending': deed(
    { who: 'account', body: SendingInput },
    (ctx, { params, body }) => sendComposition(ctx, placeOf(params), body),
  ),
  'DELETE /groups/:slug/mailings/:mailingId/sending': deed({ who: 'account' }, (ctx, { params }) =>
    unsendComposition(ctx, placeOf(params)),
  ),
  'DELETE /groups/:slug/mailings/:mailingId/wait': deed({ who: 'account' }, (ctx, { params }) =>
    hasteComposition(ctx, placeOf(params)),
  ),
  'PUT /groups/:slug/mailings/:mailingId/stop': deed({ who: 'account' }, (ctx, { params }) =>
    stopComposition(ctx, placeOf(params)),
  ),
  'DELETE /groups/:slug/mailings/:mailingId/stop': deed({ who: 'account' }, (ctx, { params }) =>
    resumeComposition(ctx, placeOf(params)),
  ),
});

export const compositionRoutes = {
  ...{ ...written, ...looked, ...sent },
  ...{ ...templateRoutes, ...linkTrialRoutes, ...resultRoutes, ...experimentRoutes },
};
