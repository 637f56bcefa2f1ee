import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FlowNetwork } from '../../src/money/min-cost-flow.ts';

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly capacity: number;
  readonly cost: number;
}

/** Sends all that can flow from the first node to the last; what is sent, what it costs, what each arc carries. */
function send(nodeCount: number, arcs: readonly Arc[]) {
  const network = new FlowNetwork(nodeCount);
  const numbers = arcs.map(({ from, to, capacity, cost }) => network.addArc(from, to, capacity, cost));
  const sent = network.sendAtLeastCost(0, nodeCount - 1);
  const flows = numbers.map((arc) => network.flowOf(arc));
  const cost = arcs.reduce((sum, arc, place) => sum + arc.cost * (flows[place] ?? 0), 0);
  return { sent, cost, flows };
}

describe('a flow of least cost', () => {
  it('takes the dearer way only when the cheap one is full', () => {
    const arcs = [
      { from: 0, to: 1, capacity: 3, cost: 0 },
      { from: 1, to: 2, capacity: 2, cost: 1 },
      { from: 1, to: 2, capacity: 5, cost: 4 },
    ];
    expect(send(3, arcs)).toEqual({ sent: 3, cost: 6, flows: [3, 2, 1] });
  });

  // Straight through the middle costs 0, but then the second unit finds no way: both must go round, over 1 and over 2.
  it('takes back what an earlier unit did when the next one needs its place', () => {
    const arcs = [
      { from: 0, to: 1, capacity: 1, cost: 0 },
      { from: 0, to: 2, capacity: 1, cost: 2 },
      { from: 1, to: 2, capacity: 1, cost: 0 },
      { from: 1, to: 3, capacity: 1, cost: 2 },
      { from: 2, to: 3, capacity: 1, cost: 0 },
    ];
    expect(send(4, arcs)).toEqual({ sent: 2, cost: 4, flows: [1, 1, 0, 1, 1] });
  });

  // Two units. The first goes 0-1-2-3-5 for 1. The second may go 0-1-3-2-5 for 4 − 1 + 5, as it takes the arc of cost 1 back,
  // or 0-1-4-5 for 9: the former is cheaper, and dearer if taking back were not paid for.
  it('gains what it paid when it takes something back', () => {
    const arcs = [
      { from: 0, to: 1, capacity: 2, cost: 0 },
      { from: 1, to: 2, capacity: 1, cost: 0 },
      { from: 2, to: 3, capacity: 1, cost: 1 },
      { from: 3, to: 5, capacity: 1, cost: 0 },
      { from: 1, to: 3, capacity: 1, cost: 4 },
      { from: 2, to: 5, capacity: 1, cost: 5 },
      { from: 1, to: 4, capacity: 1, cost: 9 },
      { from: 4, to: 5, capacity: 1, cost: 0 },
    ];
    expect(send(6, arcs)).toEqual({ sent: 2, cost: 9, flows: [2, 1, 0, 1, 1, 1, 0, 0] });
  });

  it('is nothing when the sink is out of reach', () => {
    expect(send(3, [{ from: 1, to: 2, capacity: 1, cost: 0 }])).toEqual({ sent: 0, cost: 0, flows: [0] });
  });

  it('goes through circles that cost nothing without going round in them', () => {
    const arcs = [
      { from: 0, to: 1, capacity: 1, cost: 0 },
      { from: 1, to: 2, capacity: 9, cost: 0 },
      { from: 2, to: 1, capacity: 9, cost: 0 },
      { from: 2, to: 3, capacity: 1, cost: 1 },
    ];
    expect(send(4, arcs)).toEqual({ sent: 1, cost: 1, flows: [1, 1, 0, 1] });
  });

  it('refuses capacities and costs that are not whole, and nodes that it does not have', () => {
    expect(() => new FlowNetwork(2).addArc(0, 1, 0.5, 1)).toThrow('are whole');
    expect(() => new FlowNetwork(2).addArc(0, 1, 1, 0.5)).toThrow('are whole');
    expect(() => new FlowNetwork(2).sendAtLeastCost(2, 1)).toThrow('inside the network');
  });
});

describe('laws of a flow of least cost', () => {
  it('no other flow of as much is cheaper, and none is larger', () => {
    fc.assert(
      fc.property(networkArb, ({ nodeCount, arcs }) => {
        const { sent, cost, flows } = send(nodeCount, arcs);
        const [most, least] = bestByTrying(nodeCount, arcs);
        expect({ sent, cost }).toEqual({ sent: most, cost: least });
        expect(sentBy(nodeCount, arcs, flows)).toBe(sent);
      }),
    );
  });
});

const networkArb = fc.integer({ min: 2, max: 5 }).chain((nodeCount) =>
  fc.record({
    nodeCount: fc.constant(nodeCount),
    arcs: fc.array(
      fc.record({
        from: fc.nat(nodeCount - 1),
        to: fc.nat(nodeCount - 1),
        capacity: fc.nat(2),
        cost: fc.nat(3),
      }),
      { maxLength: 7 },
    ),
  }),
);

/** What an assignment of flows sends; nothing it is allowed to be when nodes between do not balance. */
function sentBy(nodeCount: number, arcs: readonly Arc[], flows: readonly number[]): number | undefined {
  const balance = Array.from({ length: nodeCount }, () => 0);
  for (const [place, { from, to, capacity }] of arcs.entries()) {
    const flow = flows[place] ?? 0;
    if (flow < 0 || flow > capacity) return undefined;
    balance[from] = (balance[from] ?? 0) - flow;
    balance[to] = (balance[to] ?? 0) + flow;
  }
  return balance.slice(1, -1).every((surplus) => surplus === 0) ? balance.at(-1) : undefined;
}

/** The largest flow and the least cost of one so large, among every assignment of whole flows there is. */
function bestByTrying(nodeCount: number, arcs: readonly Arc[]): [most: number, least: number] {
  let best: [number, number] = [0, 0];
  const visit = (flows: readonly number[], cost: number): void => {
    const arc = arcs[flows.length];
    if (arc !== undefined) {
      for (let flow = 0; flow <= arc.capacity; flow++) visit([...flows, flow], cost + flow * arc.cost);
      return;
    }
    const sent = sentBy(nodeCount, arcs, flows) ?? 0;
    if (sent > best[0] || (sent === best[0] && sent > 0 && cost < best[1])) best = [sent, cost];
  };
  visit([], 0);
  return best;
}
