import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Agreement } from '../src/agreement/agreement.ts';
import { byCodePoint } from '../src/order.ts';
import { accepted, type Refusal, type Result, refused } from '../src/refusal.ts';
import { repeated } from './checks/duplicates.ts';
import { checkInitiatives } from './checks/initiatives.ts';
import { isUnknown, type Mention, mentions, unknownId } from './checks/references.ts';
import { readDocument } from './read-document.ts';
import { type PortfolioDocument, portfolioSchema } from './schema/portfolio.ts';

const PORTFOLIO_FILE = /\.portfolio\.json$/;

/**
 * Loads every `NAME.portfolio.json` of a folder, in the order of the file names; rejects with `UnusableFile`, which names every
 * error, at the first file that cannot be used.
 */
export async function loadPortfolios(
  folder: string,
  agreements: readonly Agreement[],
): Promise<PortfolioDocument[]> {
  const names = (await readdir(folder)).filter((name) => PORTFOLIO_FILE.test(name)).toSorted(byCodePoint);
  const known = new Map(agreements.map((agreement) => [agreement.agreement, agreement]));
  const loaded: PortfolioDocument[] = [];
  for (const name of names) {
    const check = (document: PortfolioDocument) => checkedPortfolio(document, known);
    loaded.push(await readDocument(join(folder, name), portfolioSchema, check));
  }
  return loaded;
}

/** The portfolio, or all that contradicts itself or its agreement; paths lead into the document. */
function checkedPortfolio(
  { $schema: _, ...document }: PortfolioDocument,
  agreements: ReadonlyMap<string, Agreement>,
): Result<PortfolioDocument> {
  const agreement = agreements.get(document.agreement);
  if (agreement === undefined) return refused(agreementUnknown(document.agreement, [...agreements.keys()]));
  const refusals = [
    ...checkInitiatives(document.initiatives, agreement),
    ...repeated('proposals', document.proposals, 'id'),
    ...document.proposals
      .flatMap((proposal, place) => mentionsIn(proposal, ['proposals', place], document, agreement))
      .filter(isUnknown)
      .map(unknownId),
  ];
  return refusals.length > 0 ? refused(...refusals) : accepted(document);
}

function mentionsIn(
  { body, initiatives, moves = [] }: PortfolioDocument['proposals'][number],
  path: Refusal['path'],
  document: PortfolioDocument,
  agreement: Agreement,
): Mention[] {
  const bodies = new Set(agreement.bodies.map((known) => known.body));
  const solutions = new Set(agreement.solutions.map(({ solution }) => solution));
  const described = new Set(document.initiatives.map(({ id }) => id));
  const listed = new Set(initiatives);
  return [
    { kind: 'body', known: bodies, id: body, path: [...path, 'body'] },
    ...mentions('initiative', described, initiatives, [...path, 'initiatives']),
    ...moves.flatMap(({ from, to }, place): Mention[] => {
      const movePath = [...path, 'moves', place];
      const target: Mention =
        to.account === 'initiative'
          ? { kind: 'initiative', known: listed, id: to.initiative, path: [...movePath, 'to', 'initiative'] }
          : { kind: 'solution', known: solutions, id: to.solution, path: [...movePath, 'to', 'solution'] };
      const payer = [...movePath, 'from', 'solution'];
      return [{ kind: 'solution', known: solutions, id: from.solution, path: payer }, target];
    }),
  ];
}

function agreementUnknown(id: string, known: readonly string[]): Refusal {
  return {
    code: 'unknown_agreement',
    path: ['agreement'],
    message: {
      da: `Der er ingen aftale "${id}" blandt filerne.`,
      en: `There is no agreement "${id}" among the files.`,
    },
    remedy: { da: `Brug en af: ${known.join(', ')}.`, en: `Use one of: ${known.join(', ')}.` },
  };
}
