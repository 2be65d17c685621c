import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import { attached } from '../../../http.ts';

/** Sends a file of people, as the kind that it is. */
export function sent(
  reply: FastifyReply,
  { fileName, type, file }: { fileName: string; type: string; file: Readable },
): Readable {
  void reply.type(type);
  return attached(reply, { fileName, csv: file });
}
