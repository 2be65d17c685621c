import { call } from '#lib/api/api.server.ts';
import { act, type FormValues } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  choices: await call(event, 'GET /account/notices'),
  pushes: await call(event, 'GET /account/pushes'),
  isSaved: event.url.searchParams.has('saved'),
  phone: event.url.searchParams.get('phone'),
});

const SAVED = '/account/notices?saved';

export const actions: Actions = {
  ways: (event) => act(event, (typed) => call(event, 'PUT /account/notices', {}, waysOf(typed)), SAVED),
  silence: (event) => silence(event, true),
  sound: (event) => silence(event, false),
  loudness: (event) =>
    act(
      event,
      ({ group: slug = '-', loudness }) => call(event, 'PUT /groups/:slug/loudness', { slug }, { loudness }),
      `${SAVED}#groups`,
    ),
  ring: (event) =>
    act(
      event,
      ({ device: deviceId }) => call(event, 'POST /account/pushes/:deviceId/rings', { deviceId }),
      phone('tried'),
    ),
  telling: (event) =>
    act(
      event,
      ({ device: deviceId, isTelling }) =>
        call(event, 'PATCH /account/pushes/:deviceId', { deviceId }, { isTelling: isTelling === 'yes' }),
      `${SAVED}#push`,
    ),
  silencePhone: (event) =>
    act(
      event,
      ({ device: deviceId }) => call(event, 'DELETE /account/pushes/:deviceId', { deviceId }),
      phone('ended'),
    ),
};

function phone(done: 'tried' | 'ended') {
  return `/account/notices?phone=${done}#push`;
}

function waysOf({ mine, decide, groups, rhythm, hour, weekday, quietFrom, quietUntil }: FormValues) {
  const hourOf = (typed = '') => (typed === '' ? null : Number(typed));
  return {
    ...{ mine, decide, groups, rhythm },
    ...{ hour: Number(hour), weekday: Number(weekday) },
    ...{ quietFrom: hourOf(quietFrom), quietUntil: hourOf(quietUntil) },
  };
}

/** The other choices stay as they are. */
function silence(event: Parameters<(typeof actions)['ways']>[0], isSilent: boolean) {
  return act(
    event,
    async () => {
      const {
        silentUntil: _until,
        timeZone: _zone,
        loudness: _loudness,
        ...ways
      } = await call(event, 'GET /account/notices');
      return call(event, 'PUT /account/notices', {}, { ...ways, isSilent });
    },
    SAVED,
  );
}
