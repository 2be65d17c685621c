import { catalogs } from '@groundwork/words';
import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { act, valuesOf, words } from './forms.ts';
import { wordsFor } from '#lib/words/words.ts';
import { ApiRefusal } from './refusal.ts';
import { leadToSignIn } from './sign-in.ts';

/** What comes back of a form when the api refuses it. */
async function refused(fields: [string, string][]) {
  const event = sent(fields);
  const outcome = await act<never>(event, () => Promise.reject(new ApiRefusal(CONFLICT)));
  return outcome.data.values;
}

const CONFLICT = { status: 409, code: 'conflict', detail: 'No.' };

function sent(fields: [string, string][]) {
  const body = new URLSearchParams(fields);
  const request = new Request('http://groundwork.test/groups', { method: 'POST', body });
  return { request, url: new URL(request.url), locals: {} } as unknown as RequestEvent;
}

test('a refused form comes back as it was typed, the short address of a link too, and no password', async () => {
  const typed: [string, string][] = [
    ['label', 'Flyer'],
    ['code', 'save-the-library'],
  ];
  const secret = ['password', 'currentPassword', 'newPassword'].map((name): [string, string] => [name, 'x']);
  expect(await refused([...typed, ...secret])).toEqual(Object.fromEntries(typed));
});

test('each of several answers comes back, in its own field', async () => {
  const typed: [string, string][] = [
    ['answer-0', 'For the library'],
    ['answer-1', ''],
    ['answer-2', 'Saturdays'],
  ];
  const values = await refused(typed);
  expect(values).toEqual(Object.fromEntries(typed));
  expect(valuesOf(values, 'answer')).toEqual(['For the library', '', 'Saturdays']);
});

test('passwords stay as typed, and everything else is trimmed', () => {
  const form = new FormData();
  form.set('name', ' Ana ');
  form.set('password', ' four words of mine ');
  expect(words(form)).toEqual({ name: 'Ana', password: ' four words of mine ' });
});

test('what a deed asks first is refused to its form, and what its page asks after it to the page', async () => {
  const event = sent([]);
  const seen: unknown[] = [];
  await act(event, async () => {
    seen.push(event.locals.isActing);
    return Promise.reject(new ApiRefusal(CONFLICT));
  });
  expect([...seen, event.locals.isActing]).toEqual([true, false]);
});

test('a form that was sent after its session had ended stays on its page, and only a question leads to signing in', async () => {
  const signedOut = { status: 401, code: 'sign-in-needed', detail: 'Please sign in first.' };
  const event = sent([['text', 'Hours of typing']]);
  event.locals.words = wordsFor('en', 'UTC', catalogs.en);
  event.locals.sent = new FormData();
  const acting = act(event, () => Promise.reject(new ApiRefusal(signedOut)));
  await expect(acting).rejects.toMatchObject({
    status: 401,
    body: { message: expect.stringContaining('what you typed is still here') },
  });

  const question = { url: new URL('http://groundwork.test/messages'), locals: {} } as RequestEvent;
  expect(() => leadToSignIn(question)).toThrow(
    expect.objectContaining({ status: 303, location: '/sign-in?next=%2Fmessages' }),
  );
});
