import type { Question, Step } from './step.ts';

/** A step with its place: in no branch, or on one side of one; by position among the steps that are there. */
export type Placed = {
  id: string;
  branchId: string | null;
  side: 'yes' | 'no' | null;
  position: number;
  does: Step;
};

/** A step with where people go on from it. */
export type Rung<S extends Placed = Placed> = {
  step: S;
  /** In how many branches it is. */
  depth: number;
  /** The step after it; null: the ladder is over. Of a branch: for those of whom its question is true. */
  next: string | null;
  /** Of a branch, the step for everyone else. */
  otherwise: string | null;
  /** Of whom one of these is true, leaves the ladder before this step. */
  stops: Question[];
};

/**
 * The steps of a ladder in the order in which they are read, a branch before its sides, each with where it leads. Whatever
 * they are, whoever goes from step to step comes to an end.
 */
export function rungsOf<S extends Placed>(steps: S[]): Rung<S>[] {
  const lists = Map.groupBy(steps, ({ branchId, side }) => `${branchId} ${side}`);
  const listOf = (branchId: string | null, side: Placed['side']) =>
    (lists.get(`${branchId} ${side}`) ?? []).toSorted((one, other) => one.position - other.position);
  const walk = (list: S[], after: string | null, depth: number, before: Question[]): Rung<S>[] => {
    const stops = [...before];
    return list.flatMap((step, index) => {
      const following = list[index + 1]?.id ?? after;
      if (step.does.is === 'stop') stops.push(step.does.question);
      const rung = { step, depth, next: following, otherwise: null, stops: [...stops] };
      if (step.does.is !== 'branch') return [rung];
      const [yes, no] = [listOf(step.id, 'yes'), listOf(step.id, 'no')];
      return [
        { ...rung, next: yes[0]?.id ?? following, otherwise: no[0]?.id ?? following },
        ...walk(yes, following, depth + 1, stops),
        ...walk(no, following, depth + 1, stops),
      ];
    });
  };
  return walk(listOf(null, null), null, 0, []);
}
