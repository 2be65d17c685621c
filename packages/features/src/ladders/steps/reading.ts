import type { Queryable } from '@groundwork/database';
import { Invalid } from '../../errors.ts';
import type { SeenGroup } from '../../groups/queries.ts';
import { refuseOddValues, scopeFor, viewingOf } from '../../segments/queries.ts';
import { findThingNames } from '../../segments/thing-names.ts';
import { readLines } from '../../segments/writing.ts';
import { findColleaguesWhoSee } from '../colleagues.ts';
import type { StepInput } from '../contract.ts';
import type { Question, Step } from '../step.ts';

/** Reads what a step is to do, of a group whose things it names; what does not hold is Invalid, each at its field. */
export async function readStep(db: Queryable, group: SeenGroup, asked: StepInput): Promise<Step> {
  switch (asked.does) {
    case 'wait':
      return { is: 'wait', days: required('days', asked.days) };
    case 'send':
      return { is: 'send' };
    case 'invite':
      return { is: 'invite', ...(asked.km && { km: asked.km }) };
    case 'tag':
      return { is: 'tag', tag: required('tag', asked.tag?.trim().toLowerCase()) };
    case 'hand':
      return readHand(db, group, asked);
    case 'stop':
    case 'branch':
      return { is: asked.does, question: await readQuestion(db, group, asked) };
  }
}

async function readHand(db: Queryable, group: SeenGroup, asked: StepInput): Promise<Step> {
  const to = required('to', asked.to);
  const note = required('note', asked.note?.trim());
  if (!(await findColleaguesWhoSee(db, group.id, [to])).has(to)) throw refused('to', 'ladders.no-colleague');
  return { is: 'hand', to, note };
}

async function readQuestion(db: Queryable, group: SeenGroup, asked: StepInput): Promise<Question> {
  const { thing } = asked;
  switch (required('asks', asked.asks)) {
    case 'left':
      return { is: 'left' };
    case 'refused':
      return { is: 'refused' };
    case 'did': {
      const deed = required('deed', asked.deed);
      const isOfThings = deed === 'signed' || deed === 'coming' || deed === 'came';
      if (!thing || !isOfThings) return { is: 'did', deed };
      if (!(await findThingNames(db, group.id, [thing])).has(thing))
        throw refused('thing', 'ladders.thing-unknown');
      return { is: 'did', deed, thing };
    }
    case 'line': {
      const lines = readLines(asked.line);
      const [line, ...others] = lines;
      if (!line || others.length > 0 || line.how === 'without') throw refused('line', 'ladders.one-sentence');
      refuseOddValues(lines, await scopeFor({ db }, viewingOf(group), lines));
      return { is: 'line', who: line.who };
    }
  }
}

function required<T>(name: string, value: T | null | undefined): T {
  if (value === undefined || value === null || value === '') throw refused(name, 'field.required');
  return value;
}

function refused(name: string, code: string): Invalid {
  return new Invalid([{ name, code }]);
}
