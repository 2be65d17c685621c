import type { PersonFieldView } from '@groundwork/features/people/fields/contract';
import type { StepView } from '@groundwork/features/ladders/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import type { FormValues } from '#lib/api/forms.ts';
import { listChoices } from '#lib/mailings/choosing.server.ts';
import { nullFor } from '#lib/mailings/refusals.server.ts';
import { kindLine, listThings } from '#lib/segments/adding.server.ts';
import { fieldAsked, fieldLine } from '#lib/segments/field-lines.ts';
import { isLineKind } from '#lib/segments/kinds.ts';
import { placeTyped, stepTyped } from './typed.ts';

type Event = RequestEvent<{ slug: string; ladderId: string }>;

/** The group and the draft that a step belongs to; one that is open changes no more, and its page says so. */
export async function loadDraft(event: Event) {
  const { slug, ladderId } = event.params;
  event.setHeaders({ 'cache-control': 'no-store' });
  const [group, ladder] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/ladders/:ladderId', event.params),
  ]);
  if (!ladder.can.write) redirect(303, `/groups/${slug}/ladders/${ladderId}`);
  return { group, ladder };
}

/** What the form of a step of a kind offers: colleagues, or what a question can be about. */
export async function loadOffers(event: Event, does: StepView['does'] | null, seesRoles: boolean) {
  const isAsking = does === 'stop' || does === 'branch';
  const [colleagues, question] = await Promise.all([
    does === 'hand' ? listColleaguesWhoSee(event) : [],
    isAsking ? loadQuestion(event, seesRoles) : null,
  ]);
  return { colleagues, question };
}

/** In two steps: first what is asked, then, of a sentence, the fields of its kind. */
async function loadQuestion(event: Event, seesRoles: boolean) {
  const { slug } = event.params;
  const is = event.url.searchParams.get('is') ?? '';
  const { rows: fields } = await fieldsOf(event);
  const field = fieldAsked(is, fields);
  const kind = isLineKind(is) && (is !== 'role' || seesRoles) ? is : null;
  if (!kind) return { fields, field, kind, seesRoles, choices: await listChoices(event), things: [] };
  const [segments, lists] = await Promise.all([
    call(event, 'GET /groups/:slug/segments', { slug }),
    call(event, 'GET /groups/:slug/lists', { slug }),
  ]);
  const things = await listThings(event, kind, { segments, lists });
  return { fields, field, kind, seesRoles, choices: null, things };
}
export type OfferedQuestion = Awaited<ReturnType<typeof loadQuestion>>;

/** The group's own fields; whoever does not see its people has none to ask about. */
async function fieldsOf(event: Event): Promise<{ rows: PersonFieldView[] }> {
  const { slug } = event.params;
  return (
    (await nullFor([403, 404], call(event, 'GET /groups/:slug/person-fields', { slug }))) ?? { rows: [] }
  );
}

/** To whom people may be handed: those who see them. */
async function listColleaguesWhoSee(event: Event) {
  const { slug } = event.params;
  const found = await nullFor([403, 404], call(event, 'GET /groups/:slug/people-contacts', { slug }));
  const { rows } = found ?? (await call(event, 'GET /groups/:slug/mailing-colleagues', { slug }));
  return rows.map(({ id, name }) => ({ value: id, label: name }));
}

/** Adds the step that was typed, where the address says. Answers where to go on: to the letter that it sends, or back. */
export async function addTypedStep(event: Event, typed: FormValues): Promise<string> {
  const step = { ...stepTyped(typed, await lineTyped(event, typed)), ...placeTyped(event.url.searchParams) };
  const { id, letterId } = await call(
    event,
    'POST /groups/:slug/ladders/:ladderId/steps',
    event.params,
    step,
  );
  return letterId ? `/groups/${event.params.slug}/mailings/${letterId}` : stepAddress(event, id);
}

/** Changes a step to what was typed. Answers where to go on. */
export async function changeTypedStep(
  event: RequestEvent<{ slug: string; ladderId: string; stepId: string }>,
  typed: FormValues,
): Promise<string> {
  const step = stepTyped(typed, await lineTyped(event, typed));
  await call(event, 'PUT /groups/:slug/ladders/:ladderId/steps/:stepId', event.params, step);
  return stepAddress(event, event.params.stepId);
}

/** The sentence that was put together, as it is written; null where something else is asked. */
async function lineTyped(event: Event, typed: FormValues): Promise<string | null> {
  const { is = '' } = typed;
  const said = new URLSearchParams(typed);
  if (isLineKind(is)) return kindLine('only', is, said);
  if (!is.startsWith('field:')) return null;
  const field = fieldAsked(is, (await fieldsOf(event)).rows);
  return field && fieldLine('only', field, said);
}

function stepAddress({ params: { slug, ladderId } }: Event, stepId: string): string {
  return `/groups/${slug}/ladders/${ladderId}#step-${stepId}`;
}
