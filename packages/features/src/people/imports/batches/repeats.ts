import { limitsTogether } from '../../preferences/cells.ts';
import { isFirm, type IncomingPerson } from '../incoming.ts';
import { keysOf } from '../rows.ts';
import type { Incoming } from '../owners.ts';

/** Those of a batch who come twice as one: the first one's name, and what all of them say. */
export function mergeRepeats(incoming: Incoming[]): Incoming[] {
  const merged: Incoming[] = [];
  const places = new Map<string, number>();
  for (const one of incoming) {
    const keys = [...(one.owner ? [`known ${one.owner.id}`] : []), ...keysOf(one)];
    const known = keys.map((key) => places.get(key)).find((place) => place !== undefined);
    const first = known === undefined ? undefined : merged[known];
    const place = known ?? merged.length;
    merged[place] = first ? together(first, one) : one;
    for (const key of keys) if (!places.has(key)) places.set(key, place);
  }
  return merged;
}

function together(first: Incoming, later: Incoming): Incoming {
  const preference = limitsTogether([first.preference, later.preference]);
  const isNothingLeft = preference === null ? 'said' : null;
  const firm = isNothingLeft ?? [first.says, later.says].find(isFirm);
  const says = firm ?? (first.says === null ? later.says : first.says);
  const saying = says === first.says ? first : later;
  const emails = all(first.email, first.furtherEmails, later.email, later.furtherEmails);
  const phones = all(first.phone, first.furtherPhones, later.phone, later.furtherPhones);
  return {
    ...first,
    owner: first.owner ?? later.owner,
    email: emails[0] ?? null,
    furtherEmails: emails.slice(1),
    badEmails: all(first.badEmails, later.badEmails),
    phone: phones[0] ?? null,
    furtherPhones: phones.slice(1),
    badPhones: all(first.badPhones, later.badPhones),
    externalIds: [...first.externalIds, ...later.externalIds],
    address: filled(first.address, later.address),
    tags: all(first.tags, later.tags),
    says,
    words: saying.words,
    preference: preference ?? first.preference,
    agreedAt: first.agreedAt ?? later.agreedAt,
    otherNoes: all(first.otherNoes, later.otherNoes),
    textWords: first.textWords ?? later.textWords,
    attendances: [...first.attendances, ...later.attendances],
    told: { ...later.told, ...first.told },
    values: { ...later.values, ...first.values },
  };
}

function all<Value extends string>(...several: (Value | null | Value[])[]): Value[] {
  const each = several.flatMap((one): Value[] => (Array.isArray(one) ? one : one === null ? [] : [one]));
  return [...new Set(each)];
}

function filled(
  first: IncomingPerson['address'],
  later: IncomingPerson['address'],
): IncomingPerson['address'] {
  const known = Object.entries(first).filter(([, part]) => part !== null);
  return { ...later, ...Object.fromEntries(known) };
}
