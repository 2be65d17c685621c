import { ask, startProgram } from '../programs.ts';
import type { Stage } from '../stage.ts';
import type { HttpFound, HttpTask } from './http.ts';
import type { SocketsFound } from './sockets.ts';

/** A process that asks as many clients do. */
export async function startHttpLoad(stage: Stage): Promise<(task: HttpTask) => Promise<HttpFound>> {
  const program = await startProgram(stage, 'bench/load/http.ts', { ready: null });
  return (task) => ask<HttpFound>(program, task);
}

/** A process that listens with many sockets, and says what they are to hear. */
export async function startSockets(stage: Stage): Promise<(task: object) => Promise<SocketsFound | null>> {
  const program = await startProgram(stage, 'bench/load/sockets.ts', { ready: null });
  return (task) => ask<SocketsFound | null>(program, task);
}
