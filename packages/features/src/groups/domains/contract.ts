import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { line } from '../../texts.ts';
import { FINDINGS } from './names.ts';
import { nullable } from '../../nullable.ts';

const Moment = Type.String({ format: 'date-time' });

/** The domain as it is typed, and what stands before the @. */
export const DomainInput = Type.Object({
  domain: line(LENGTHS.url),
  localPart: line(LENGTHS.localPart),
});
export type DomainInput = Static<typeof DomainInput>;

export const DomainView = Type.Object({
  /** In its own letters. */
  domain: Type.String(),
  localPart: Type.String(),
  address: Type.String(),
  /** `proven`: mail goes out from it. `lost`: it did, and the record is gone. */
  state: Type.Enum(['entered', 'proven', 'lost']),
  /** What the last look found where the key should be; null: nobody has looked. */
  found: nullable(Type.Enum([...FINDINGS])),
  lookedAt: nullable(Moment),
  provenAt: nullable(Moment),
  lostAt: nullable(Moment),
  /** The TXT record to set: its whole name, the part of it before the domain, and the value, also cut into what a DNS takes. */
  record: Type.Object({
    name: Type.String(),
    shortName: Type.String(),
    value: Type.String(),
    pieces: Type.Array(Type.String()),
  }),
  /** What is good to have at `_dmarc` besides. */
  dmarc: Type.Object({ name: Type.String(), value: Type.String() }),
});
export type DomainView = Static<typeof DomainView>;

export const DomainPage = Type.Object({
  domain: nullable(DomainView),
  /** The site's own address, from which mail goes out otherwise. */
  siteAddress: Type.String(),
  can: Type.Object({
    see: Type.Boolean(),
    remove: Type.Boolean(),
    enter: Type.Boolean(),
    look: Type.Boolean(),
  }),
});
export type DomainPage = Static<typeof DomainPage>;
