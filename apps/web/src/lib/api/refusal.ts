import type { ProofChallenge } from '@groundwork/features/limits/contract';

/** One field the api refused: its name in the request, the sentence to show beside it, and the path of what that is about. */
export type FieldMessage = { name: string; message: string; link?: string };
type Problem = {
  status: number;
  code: string;
  detail: string;
  fields?: FieldMessage[];
  challenge?: ProofChallenge;
};

/** The api did not do what was asked, and `detail` says why in the reader's language (RFC 9457). */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly fields: FieldMessage[];
  /** Work to do before it is asked again. */
  readonly challenge: ProofChallenge | undefined;

  constructor({ status, code, detail, fields = [], challenge }: Problem) {
    super(`${status} ${code}`);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.fields = fields;
    this.challenge = challenge;
  }
}
