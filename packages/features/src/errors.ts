import { say, type Language } from '@groundwork/words';

type Words = Record<string, string | number>;
/** One field that was refused: its name in the request, the code of its sentence, and the path of what that is about. */
export type FieldRefusal = { name: string; code: string; params?: Words; link?: string };
type Reason = { code: string; params?: Words; fields?: FieldRefusal[] };

/**
 * Something the viewer asked for and may hear why it was not done. Thrown anywhere, caught at the edge,
 * answered as application/problem+json (RFC 9457). `code` names a sentence `error.<code>` in the catalogs.
 */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Words;
  readonly fields: FieldRefusal[];

  constructor(status: number, { code, params = {}, fields = [] }: Reason) {
    super(code);
    this.name = new.target.name;
    this.status = status;
    this.code = code;
    this.params = params;
    this.fields = fields;
  }
}

/** 404: it does not exist, or not for this viewer; nobody can tell which. */
export class NotFound extends Refusal {
  constructor(thing: string) {
    super(404, { code: 'not-found', params: { thing } });
  }
}

/** 403: the viewer sees the thing and may not do this to it. */
export class Forbidden extends Refusal {
  constructor(code = 'forbidden') {
    super(403, { code });
  }
}

/** 401: an account is needed. */
export class SignInNeeded extends Refusal {
  constructor() {
    super(401, { code: 'sign-in-needed' });
  }
}

/** 409: right in itself, but not in the state things are in now. */
export class Conflict extends Refusal {
  constructor(code: string, params: Words = {}) {
    super(409, { code, params });
  }
}

/** 422: understood, and a field does not hold. */
export class Invalid extends Refusal {
  constructor(fields: FieldRefusal[]) {
    super(422, { code: 'invalid', fields });
  }
}

/** 413: more than is read at a time; the field is what it was sent in. */
export class TooLarge extends Refusal {
  constructor(field: FieldRefusal) {
    super(413, { code: field.code, params: field.params ?? {}, fields: [field] });
  }
}

/** 429: too often; `minutes` says when to try again. */
export class TooMany extends Refusal {
  readonly minutes: number;

  constructor(minutes: number, { code = 'too-many-requests', params = { minutes } }: Partial<Reason> = {}) {
    super(429, { code, params });
    this.minutes = minutes;
  }
}

/** 429: more than one account, or one group, may make in a while; `minutes` says when the next can be made. */
export class QuotaReached extends TooMany {
  constructor(per: 'account' | 'group', minutes: number) {
    const isLong = minutes > 90;
    super(minutes, {
      code: `quota.${per}-${isLong ? 'hours' : 'minutes'}`,
      params: isLong ? { hours: Math.ceil(minutes / 60) } : { minutes },
    });
  }
}

/** 428: many knock at once, and a stranger goes on with the solution of `challenge`; a new one each time. */
export class ProofNeeded extends Refusal {
  readonly challenge: object;

  constructor(code: string, challenge: object) {
    super(428, { code });
    this.challenge = challenge;
  }
}

/** 503: as much of this work is waiting as may; nothing was begun, and the same request goes through in a moment. */
export class Busy extends Refusal {
  constructor() {
    super(503, { code: 'busy' });
  }
}

/** The body of a refusal as it crosses the wire. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  fields?: { name: string; code: string; message: string; link?: string }[];
  challenge?: object;
};

/** A refusal in the reader's language. */
export function problem(refusal: Refusal, language: Language): Problem {
  const detail = sentence(language, `error.${refusal.code}`, refusal.params);
  const fields = refusal.fields.map(({ name, code, params, link }) => ({
    name,
    code,
    message: sentence(language, `error.${code}`, params ?? {}),
    ...(link !== undefined && { link }),
  }));
  return {
    type: `about:blank#${refusal.code}`,
    title: detail,
    status: refusal.status,
    code: refusal.code,
    detail,
    ...(fields.length > 0 && { fields }),
    ...(refusal instanceof ProofNeeded && { challenge: refusal.challenge }),
  };
}

function sentence(language: Language, key: string, params: Words) {
  return say(language, key as Parameters<typeof say>[1], params);
}
