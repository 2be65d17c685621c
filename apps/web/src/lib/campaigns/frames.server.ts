import { say, type Language } from '@groundwork/words';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act, words } from '#lib/api/forms.ts';
import { nullFor } from '#lib/mailings/refusals.server.ts';
import { uploadPicture } from '#lib/pictures/pictures.server.ts';
import { partOf, TEMPLATES } from './frames.ts';

/**
 * A frame with its campaign, at its own address. Where a form was sent from a page that was taken off meanwhile, the campaign alone: its
 * own page holds what was typed.
 */
export async function loadFrame(event: RequestEvent<{ slug: string; frame: string }>, via: string) {
  const asked = { ...event.params, ...(via && { via }) };
  const found = call(event, 'GET /campaigns/:slug/frames/:frame', asked);
  const framed = event.request.method === 'POST' ? await nullFor([404], found) : await found;
  if (framed) {
    atOwnFrame(event, framed.campaign, framed.frame);
    return framed;
  }
  return { campaign: await call(event, 'GET /campaigns/:slug', asked), frame: null };
}

/** Sends on to the address that a frame has now, also from that of its draft or of its campaign's. */
export function atOwnFrame(
  { url, params }: RequestEvent<{ slug: string; frame: string }>,
  campaign: { slug: string },
  frame: { slug: string },
): void {
  const asked = partOf(params);
  const own = partOf({ slug: campaign.slug, frame: frame.slug });
  if (asked !== own) redirect(307, url.pathname.replace(asked, own) + url.search);
}

/** The words of the template that the address names, in the language of the group that tells it; null for an empty page. */
export function templateIn({ searchParams }: URL, language: Language) {
  const name = TEMPLATES.find((one) => one === searchParams.get('template'));
  if (!name) return null;
  const part = (of: 'title' | 'ask' | 'story') => say(language, `campaigns.frames.template.${name}.${of}`);
  return { name, title: part('title'), ask: part('ask'), story: part('story') };
}

/** A frame's form as the api takes it, with its picture kept first. */
export async function draftedFrame(event: RequestEvent, form: FormData) {
  const { title, ask, story, label, issues, pictureAlt } = words(form);
  const pictureKey = await uploadPicture(event, form);
  return {
    ...{ title, ask, story: story ?? '', label: label ?? '', pictureAlt: pictureAlt ?? '' },
    issues: (issues ?? '')
      .split(/[,،;]/)
      .map((issue) => issue.trim())
      .filter((issue) => issue !== ''),
    ...(form.has('no-picture') && { pictureKey: null }),
    ...(pictureKey && { pictureKey }),
  };
}

/** What is done with a frame where all of a campaign's stand, by those of its home group and of the group that tells it. */
export function frameActionsOf<Params extends { slug: string }>(slugOf: (params: Params) => string) {
  type Event = RequestEvent<Params>;
  const named = (event: Event, frame = '') => ({ slug: slugOf(event.params), frame });
  return {
    letOut: (event: Event) =>
      act(
        event,
        ({ frame, version }) =>
          call(event, 'PUT /campaigns/:slug/frames/:frame/publication', named(event, frame), {
            version: Number(version),
          }),
        '#frames',
      ),
    refuseFrame: (event: Event) =>
      act(
        event,
        ({ frame, word }) =>
          call(event, 'PUT /campaigns/:slug/frames/:frame/refusal', named(event, frame), { word }),
        '#frames',
      ),
    takeFrameOff: (event: Event) =>
      act(
        event,
        ({ frame }) => call(event, 'DELETE /campaigns/:slug/frames/:frame/publication', named(event, frame)),
        '#frames',
      ),
    takeFrameBack: (event: Event) =>
      act(
        event,
        ({ frame }) => call(event, 'DELETE /campaigns/:slug/frames/:frame/question', named(event, frame)),
        '#frames',
      ),
    removeFrame: (event: Event) =>
      act(
        event,
        ({ frame }) => call(event, 'DELETE /campaigns/:slug/frames/:frame', named(event, frame)),
        '#frames',
      ),
  };
}
