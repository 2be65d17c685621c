import type { ServerFrame } from '@groundwork/features/live/contract';
import { onTestFinished } from 'vitest';

/** What somebody's line says when it asks for all of these topics from their beginning: a frame for each, and whatever else comes. */
export async function overhear(
  url: string,
  { token, topics }: { token: string; topics: string[] },
): Promise<string[]> {
  const headers = { cookie: `session=${token}`, origin: url };
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/v1/live`, { headers });
  const frames: string[] = [];
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () =>
      topics.forEach((topic) => socket.send(JSON.stringify({ subscribe: topic, after: 0 })));
    socket.onerror = () => reject(new Error('the line broke'));
    socket.onmessage = ({ data }) => {
      frames.push(String(data));
      if (topics.every((topic) => frames.some((frame) => frame.includes(topic)))) resolve();
    };
  });
  socket.close();
  return frames;
}

/**
 * Someone's open conversation, as the page holds it: whenever the line is cut it is opened anew, and goes on after the
 * last message heard.
 */
export function listenTo(url: string, { token, channelId }: { token: string; channelId: string }) {
  const seqs: number[] = [];
  const closedWith: number[] = [];
  let isOver = false;
  let socket: WebSocket;
  const open = () => {
    const headers = { cookie: `session=${token}`, origin: url };
    socket = new WebSocket(`${url.replace('http', 'ws')}/api/v1/live`, { headers });
    socket.onopen = () =>
      socket.send(JSON.stringify({ subscribe: `channel:${channelId}`, after: seqs.at(-1) ?? 0 }));
    socket.onmessage = ({ data }) => {
      const { rows = [] } = JSON.parse(String(data)) as ServerFrame;
      seqs.push(...rows.map(({ seq }) => seq));
    };
    socket.onclose = ({ code }) => {
      closedWith.push(code);
      if (!isOver) setTimeout(open, 100 + Math.random() * 100);
    };
  };
  open();
  onTestFinished(() => {
    isOver = true;
    socket.close();
  });
  return { seqs, closedWith };
}
