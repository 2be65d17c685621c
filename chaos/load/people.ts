import { newId } from '@groundwork/database';
import { eventInput } from '@groundwork/features/events/fixtures';
import { setTimeout as pause } from 'node:timers/promises';
import type { Gathering } from '../ledger.ts';
import type { Stage } from '../stage.ts';
import { insist } from './ask.ts';

/** Someone who does deeds, one after the other, for as long as `isOn`. Ends when the last one was answered. */
export type Actor = (stage: Stage, isOn: () => boolean) => Promise<void>;

/** Signs the petition as one person after the other; every fourth confirms by the link in the mail. */
export const signer: Actor = async (stage, isOn) => {
  const confirming: Promise<void>[] = [];
  while (isOn()) {
    const { email, name, address, n } = stage.newcomer();
    const path = `/campaigns/${stage.campaign.slug}/signatures`;
    await insist(
      stage.url,
      { method: 'POST', path, body: { name, email, updates: true }, address },
      stage.ledger,
    );
    stage.ledger.signed.add(email);
    if (n % 4 === 0) confirming.push(confirm(stage, email, address));
    await pause(60);
  }
  await Promise.all(confirming);
};

async function confirm(stage: Stage, email: string, address: string) {
  const sealed = await stage.post.linkTo(email, 'signatures');
  const path = `/signatures/${sealed}/confirmation`;
  await insist(stage.url, { method: 'PUT', path, address }, stage.ledger);
  stage.ledger.confirmed.add(email);
}

/**
 * Means to come to the event of the hour, which has few places, and confirms it by the link in the mail; every fifth then
 * takes it back by the same.
 */
export const guest: Actor = async (stage, isOn) => {
  const confirming: Promise<void>[] = [];
  while (isOn()) {
    const { email, name, address, n } = stage.newcomer();
    const { gathering } = stage;
    const body = { name, email, answer: 'going' };
    await insist(
      stage.url,
      { method: 'POST', path: `/events/${gathering.slug}/rsvps`, body, address },
      stage.ledger,
    );
    gathering.answered.add(email);
    confirming.push(come(stage, gathering, { email, address, regrets: n % 5 === 0 }));
    await pause(150);
  }
  await Promise.all(confirming);
};

type Guest = { email: string; address: string; regrets: boolean };
async function come(stage: Stage, gathering: Gathering, { email, address, regrets }: Guest) {
  const sealed = await stage.post.linkTo(email, 'rsvps');
  const path = `/rsvps/${sealed}`;
  await insist(stage.url, { method: 'PUT', path: `${path}/confirmation`, address }, stage.ledger);
  gathering.confirmed.add(email);
  if (!regrets) return;
  await insist(stage.url, { method: 'DELETE', path, address }, stage.ledger);
  gathering.cancelled.add(email);
}

/** A member who writes into the channel, each message with an id of their own. */
export function talker(token: string): Actor {
  return async (stage, isOn) => {
    for (let line = 1; isOn(); line++) {
      const id = newId();
      const path = `/channels/${stage.channel.id}/messages`;
      await insist(
        stage.url,
        { method: 'POST', path, body: { id, body: `Line ${line}` }, token },
        stage.ledger,
      );
      stage.ledger.messages.add(id);
      await pause(250);
    }
  };
}

/** Moves the event of the hour by a minute, again and again; once so many mean to come, all of them have to be told, once. */
export function host(token: string): Actor {
  return async (stage, isOn) => {
    const heard = new Set<string>();
    for (let minutes = 1; isOn(); minutes++) {
      const { slug, capacity, confirmed } = stage.gathering;
      const tell = confirmed.size >= 20 && !heard.has(slug);
      if (tell) heard.add(slug);
      const body = eventInput({ capacity, inHours: 72 + minutes / 60, tell });
      await insist(stage.url, { method: 'PUT', path: `/events/${slug}`, body, token }, stage.ledger);
      await pause(2000);
    }
  };
}

/** A member who sends pictures. */
export function photographer(token: string): Actor {
  return async (stage, isOn) => {
    while (isOn()) {
      const asked = { method: 'POST', path: '/pictures', body: stage.picture, token };
      const { key } = (await insist(stage.url, asked, stage.ledger)) as { key: string };
      stage.ledger.pictures.add(key);
      await pause(4000);
    }
  };
}
