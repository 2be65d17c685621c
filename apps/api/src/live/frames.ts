import { ClientFrame, type LiveRow, type ServerFrame } from '@groundwork/features/live/contract';
import { Check } from 'typebox/value';

/** Reads a client's frame, or null when it is not one of ours. */
export function readFrame(text: string): ClientFrame | null {
  const frame = parsed(text);
  if (!Check(ClientFrame, frame)) return null;
  // The format takes a leap second, which no clock of ours has.
  return 'subscribe' in frame && frame.since && Number.isNaN(Date.parse(frame.since)) ? null : frame;
}

/** What the server says of one topic. Frames for many are made once, as bytes, and sent to each. */
export const frames = {
  rows: (topic: string, rows: LiveRow[]) => bytes({ topic, rows }),
  news: (topic: string, seq: number, brief: object) => bytes({ topic, news: { seq, ...brief } }),
  changed: (topic: string, changed: LiveRow) => bytes({ topic, changed }),
  ready: (topic: string, seq: number) => bytes({ topic, ready: { seq, at: new Date().toISOString() } }),
  behind: (topic: string, seq: number) => bytes({ topic, behind: { seq } }),
  gone: (topic: string) => bytes({ topic, gone: true }),
  beat: () => bytes({ beat: { at: new Date().toISOString() } }),
};

function bytes(frame: ServerFrame) {
  return Buffer.from(JSON.stringify(frame));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
