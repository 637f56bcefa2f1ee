import { oreFromKroner } from '../src/money/ore.ts';
import { rateFromText, WHOLE } from '../src/money/rate.ts';
import type { Recipient } from '../src/prioritisation/account.ts';
import type { Benefit, Initiative } from '../src/prioritisation/initiative.ts';
import type { Move } from '../src/prioritisation/move.ts';
import type { Proposal, RequestedMove, RequestedSource } from '../src/prioritisation/proposal.ts';
import { accepted, type Refusal, type Result, refused } from '../src/refusal.ts';
import { allocationKeyFromDocument } from './allocation-key-from-document.ts';
import type {
  InitiativeDocument,
  PoolMoveDocument,
  ProposalDocument,
  RequestedMoveDocument,
} from './schema/proposal.ts';

/**
 * The proposals that documents of checked form describe; refused when two have the same id. Paths start at
 * the list.
 */
export function proposalsFromDocuments(documents: readonly ProposalDocument[]): Result<Proposal[]> {
  const repeated = documents.flatMap(({ id }, place) =>
    documents.findIndex((other) => other.id === id) < place ? [proposalTwice(place, id)] : [],
  );
  return repeated.length > 0 ? refused(...repeated) : accepted(documents.map(proposalFromDocument));
}

function proposalFromDocument({ id, initiatives, moves, inPlace, ...document }: ProposalDocument): Proposal {
  return {
    ...document,
    proposal: id,
    initiatives: initiatives.map(initiativeFromDocument),
    moves: (moves ?? []).map(requestedMoveFromDocument),
    inPlace: inPlace ?? [],
  };
}

function initiativeFromDocument(document: InitiativeDocument): Initiative {
  const { id, title, area, target, costs, priceLevel, benefit, beneficiaries, minShare } = document;
  const { focus, earliestStart, latestStart, group } = document;
  return {
    initiative: id,
    title,
    area,
    ...(target !== 'new' && { targetSolution: target }),
    ...(focus !== undefined && { focus }),
    costs: new Map(costs.map(({ year, amount }) => [year, oreFromKroner(amount)])),
    priceLevelYear: priceLevel,
    benefit: benefitFromDocument(benefit),
    ...(beneficiaries !== undefined && { beneficiaryKey: allocationKeyFromDocument(beneficiaries) }),
    statutory: document.statutory ?? false,
    ...(earliestStart !== undefined && { earliestStart }),
    ...(latestStart !== undefined && { latestStart }),
    minShare: minShare === undefined ? WHOLE : rateFromText(minShare),
    dependsOn: document.dependsOn ?? [],
    excludes: document.excludes ?? [],
    ...(group !== undefined && { group }),
  };
}

function benefitFromDocument(document: InitiativeDocument['benefit']): Benefit {
  const scores = Object.entries(document?.scores ?? {});
  return {
    ...(document?.perYear !== undefined && { perYear: oreFromKroner(document.perYear) }),
    scores: new Map(scores.map(([criterion, score]) => [criterion, rateFromText(score)])),
  };
}

function requestedMoveFromDocument({ year, from, to, amount }: RequestedMoveDocument): RequestedMove {
  const source: RequestedSource = { kind: from.account, solution: from.solution };
  return { year, from: source, to: recipientFromDocument(to), amount: oreFromKroner(amount) };
}

/** The move that a document describes. */
export function moveFromDocument({ year, from, to, amount }: PoolMoveDocument, reason: string): Move {
  const source = { kind: 'pool', solution: from.solution } as const;
  return { year, from: source, to: recipientFromDocument(to), amount: oreFromKroner(amount), reason };
}

function recipientFromDocument(to: RequestedMoveDocument['to']): Recipient {
  if (to.account === 'initiative') return { kind: 'initiative', initiative: to.initiative };
  return { kind: 'business-maintenance', solution: to.solution };
}

function proposalTwice(place: number, id: string): Refusal {
  return {
    code: 'proposal_twice',
    path: [place, 'id'],
    message: {
      da: `Forslaget "${id}" står mere end én gang.`,
      en: `The proposal "${id}" occurs more than once.`,
    },
    remedy: { da: 'Giv hvert forslag sit eget id.', en: 'Give each proposal an id of its own.' },
  };
}
