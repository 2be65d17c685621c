import { answering } from '../answering.ts';

answering(async (asked: { do: string }) => {
  if (asked.do === 'fail') throw new Error('not like this');
  if (asked.do === 'die') process.kill(process.pid, 'SIGKILL');
  if (asked.do === 'fill') for (const all: number[][] = []; ;) all.push(new Array<number>(100_000).fill(1.5));
  if (asked.do === 'hang' || asked.do === 'die') await new Promise(() => setInterval(() => undefined, 1000));
  if (asked.do === 'secrets')
    return Object.keys(process.env).filter((name) => !name.startsWith('NODE_CHANNEL')).length;
  return process.pid;
});
