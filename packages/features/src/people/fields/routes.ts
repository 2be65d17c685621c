import { Type } from 'typebox';
import { deed, defineRoutes } from '../../http.ts';
import { allowed } from '../../policy.ts';
import { changeField, defineField, moveField, removeField } from './actions.ts';
import {
  FieldCounts,
  FieldPlace,
  FieldValuesInput,
  OwnFieldValues,
  PersonFieldChange,
  PersonFieldInput,
  PersonFieldList,
  PersonFieldValues,
} from './contract.ts';
import { fillFields } from './filling.ts';
import { fieldPolicy } from './policy.ts';
import { countFieldValues, listFields, listFieldValues, listOwnFieldValues } from './queries.ts';

export const fieldRoutes = defineRoutes({
  'GET /groups/:slug/person-fields': deed(
    { who: 'account', answers: PersonFieldList },
    async (ctx, { params }) => {
      const { group, rows } = await listFields(ctx, params.slug);
      return { rows, can: allowed(fieldPolicy, group) };
    },
  ),
  // A question of its own: it reads all that is known of everyone.
  'GET /groups/:slug/person-fields/counts': deed(
    { who: 'account', answers: FieldCounts },
    async (ctx, { params }) => ({ rows: await countFieldValues(ctx, params.slug) }),
  ),
  'POST /groups/:slug/person-fields': deed(
    { who: 'account', body: PersonFieldInput, answers: Type.Object({ id: Type.String() }), status: 201 },
    async (ctx, { params, body }) => ({ id: await defineField(ctx, params.slug, body) }),
  ),
  'PUT /groups/:slug/person-fields/:fieldId': deed(
    { who: 'account', body: PersonFieldChange },
    (ctx, { params, body }) => changeField(ctx, params.slug, { ...body, id: params.fieldId }),
  ),
  'PUT /groups/:slug/person-fields/:fieldId/place': deed(
    { who: 'account', body: FieldPlace },
    (ctx, { params, body }) => moveField(ctx, params.slug, { ...body, id: params.fieldId }),
  ),
  'DELETE /groups/:slug/person-fields/:fieldId': deed({ who: 'account' }, (ctx, { params }) =>
    removeField(ctx, params.slug, params.fieldId),
  ),
  'GET /groups/:slug/people/:personId/field-values': deed(
    { who: 'account', answers: PersonFieldValues },
    async (ctx, { params }) => {
      const { group, rows } = await listFieldValues(ctx, params.slug, params.personId);
      return { rows, can: allowed(fieldPolicy, group) };
    },
  ),
  'PUT /groups/:slug/people/:personId/field-values': deed(
    { who: 'account', body: FieldValuesInput },
    (ctx, { params, body }) => fillFields(ctx, params.slug, { ...body, personId: params.personId }),
  ),
  'GET /own-records/:sealed/field-values': deed(
    { who: 'link', answers: OwnFieldValues },
    async (ctx, { params }) => ({ rows: await listOwnFieldValues(ctx, params.sealed) }),
  ),
});
