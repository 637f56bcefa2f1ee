import type { SelectionAnswer } from '../../data/schema/selection-answer.ts';
import { kronerFromOre, ore } from '../../src/money/ore.ts';
import { pointerTo } from '../../src/pointer.ts';
import type { Reason } from '../../src/prioritisation/selection/explanation/reason.ts';
import type { Candidate } from '../../src/prioritisation/selection/problem.ts';
import type { Obstacle } from '../../src/prioritisation/selection/walk.ts';
import { decimalText } from './decimals.ts';

type ReasonDocument = NonNullable<SelectionAnswer['initiatives'][number]['reason']>;

/** A reason as the wire has it: ids for places, kroner for øre. */
export function reasonDocument(reason: Reason, candidates: readonly Candidate[]): ReasonDocument {
  const idOf = (place: number) => candidates[place]?.initiative ?? '';
  switch (reason.kind) {
    case 'obstacle':
      return obstacleDocument(reason.obstacle, idOf);
    case 'money':
      return { kind: 'money', missing: kronerFromOre(ore(reason.missing)) };
    case 'rivals':
      return {
        kind: 'rivals',
        missing: kronerFromOre(ore(reason.missing)),
        rivals: reason.rivals.map(({ place, amount }) => ({
          initiative: idOf(place),
          amount: kronerFromOre(ore(amount)),
        })),
      };
    default:
      return { kind: reason.kind };
  }
}

function obstacleDocument(obstacle: Obstacle, idOf: (place: number) => string): ReasonDocument {
  switch (obstacle.kind) {
    case 'depends-on':
      return { kind: 'depends-on', initiatives: obstacle.missing.map(idOf) };
    case 'excluded-by':
      return { kind: 'excluded-by', initiatives: obstacle.by.map(idOf) };
    case 'group-full':
      return { kind: 'group-full', pointer: pointerTo(['constraints', 'groups', obstacle.group.givenAs]) };
    case 'limit': {
      const { row, missing } = obstacle;
      return {
        kind: 'limit',
        resource: row.resource,
        missing: decimalText({ numerator: missing, denominator: row.perOne }),
        pointer: pointerTo(['constraints', 'limits', row.resource]),
      };
    }
    case 'must-not':
      return { kind: 'must-not' };
  }
}
