import { expect, test } from 'vitest';
import { Stage } from './stage.ts';

test('the last started is ended first', async () => {
  const stage = new Stage();
  const ended: string[] = [];
  for (const name of ['database', 'api', 'load']) stage.ending(async () => ended.push(name));
  await stage.end();
  expect(ended).toEqual(['load', 'api', 'database']);
});

test('everything is ended once, however often and by whomever it is asked', async () => {
  const stage = new Stage();
  let count = 0;
  stage.ending(async () => (count += 1));
  await Promise.all([stage.end(), stage.end()]);
  expect(count).toBe(1);
});

test('a thing started while all is being ended is ended too', async () => {
  const stage = new Stage();
  let count = 0;
  await stage.end();
  stage.ending(async () => (count += 1));
  await stage.end();
  expect(count).toBe(1);
});

test('a part of the work ends what it started, also when it fails', async () => {
  const stage = new Stage();
  let count = 0;
  const work = stage.within(async (own) => {
    own.ending(async () => (count += 1));
    throw new Error('no');
  });
  await expect(work).rejects.toThrow('no');
  expect(count).toBe(1);
});
