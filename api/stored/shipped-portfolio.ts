import type { PortfolioDocument } from '../../data/schema/portfolio.ts';
import { invariant } from '../../src/refusal.ts';
import type { Shipped } from './keep-shipped.ts';

type Portfolios = readonly PortfolioDocument[];

/** The initiatives of shipped portfolios as kept initiatives. */
export function shippedInitiatives(portfolios: Portfolios): Shipped {
  return new Map(
    portfolios.flatMap(({ agreement, initiatives }) =>
      initiatives.map(({ id, ...initiative }) => [id, { agreement, ...initiative }] as const),
    ),
  );
}

/**
 * The proposals of shipped portfolios as kept proposals, with their initiatives in full. They stay in the state of what is
 * shipped, from which no step leads on: nobody can decide an example, and whoever wants to go on from one keeps a copy.
 */
export function shippedProposals(portfolios: Portfolios): Shipped {
  return new Map(portfolios.flatMap((portfolio) => portfolio.proposals.map(withInitiatives(portfolio))));
}

function withInitiatives({ agreement, initiatives }: PortfolioDocument) {
  const described = new Map(initiatives.map((initiative) => [initiative.id, initiative]));
  return ({ id, title, years, ...listed }: PortfolioDocument['proposals'][number]) => {
    const whole = listed.initiatives.map((named) => {
      const initiative = described.get(named);
      invariant(initiative !== undefined, `the loader checked that ${named} is described`);
      return initiative;
    });
    const proposal = { id, ...listed, initiatives: whole };
    return [id, { title, agreement, years, proposal }] as const;
  };
}
