import { kronerFromOre } from '../../src/money/ore.ts';
import type { MunicipalityEffect } from '../../src/reporting/municipality-effects.ts';
import type { PoolOrigin } from '../../src/reporting/pool-origin.ts';
import type { PoolBalance, PoolReport, SolutionEffect } from '../../src/reporting/pool-report.ts';
import type { PoolUse, RecipientUse } from '../../src/reporting/pool-use.ts';
import type { PoolReports } from '../calculation/pool-reports.ts';
import { answeredYears } from './answered-years.ts';
import { notesOn } from './notes.ts';
import type { PoolAnswer } from './pool-schema.ts';
import { recipientAnswer } from './recipient-answer.ts';

type Year = PoolAnswer['years'][number];

/** The answer of `GET /v1/reports/pool`. */
export function poolAnswer({ calculation, hash, reports }: PoolReports): PoolAnswer {
  const { restsOnExampleFigures, notes } = notesOn(answeredYears(calculation));
  return { hash, restsOnExampleFigures, notes: [...notes], years: reports.map(yearAnswer) };
}

function yearAnswer(report: PoolReport): Year {
  return {
    year: report.year,
    ...balanceAnswer(report),
    origin: originAnswer(report.origin),
    use: useAnswer(report.use),
    solutions: report.solutions.map(solutionAnswer),
    receivedByNew: kronerFromOre(report.receivedByNew),
    municipalities: report.municipalities.map(municipalityAnswer),
    unattributed: kronerFromOre(report.unattributed),
  };
}

function balanceAnswer({ contributed, carriedOver, pool, committed, decided, free }: PoolBalance) {
  return {
    contributed: kronerFromOre(contributed),
    carriedOver: kronerFromOre(carriedOver),
    pool: kronerFromOre(pool),
    committed: kronerFromOre(committed),
    decided: kronerFromOre(decided),
    free: kronerFromOre(free),
  };
}

function originAnswer({ perCitizen, solutions, municipalities }: PoolOrigin): Year['origin'] {
  return {
    perCitizen: kronerFromOre(perCitizen),
    solutions: solutions.map(({ solution, amount }) => ({ solution, amount: kronerFromOre(amount) })),
    municipalities: municipalities.map((row) => ({
      municipality: row.municipality,
      population: Number(row.population),
      amount: kronerFromOre(row.amount),
      perCitizen: kronerFromOre(row.perCitizen),
      solutions: row.amounts.map((amount, column) => ({
        solution: solutions[column]?.solution ?? '',
        amount: kronerFromOre(amount),
      })),
    })),
  };
}

function useAnswer({ recipients, areas, payers, targets }: PoolUse): Year['use'] {
  return {
    recipients: recipients.map(useOfRecipient),
    areas: areas.map(({ name, amount }) => ({
      ...(name === undefined ? {} : { area: name }),
      amount: kronerFromOre(amount),
    })),
    payers: payers.map(({ name = '', amount }) => ({ solution: name, amount: kronerFromOre(amount) })),
    targets: targets.map(({ name, amount }) => ({
      ...(name === undefined ? {} : { solution: name }),
      amount: kronerFromOre(amount),
    })),
  };
}

function useOfRecipient({ recipient, title, area, target, amount, benefit, decisions }: RecipientUse) {
  return {
    recipient: recipientAnswer(recipient),
    ...(title === undefined ? {} : { title }),
    ...(area === undefined ? {} : { area }),
    ...(target === undefined ? {} : { target }),
    amount: kronerFromOre(amount),
    ...(benefit === undefined ? {} : { benefit: kronerFromOre(benefit) }),
    decisions: [...decisions],
  };
}

function solutionAnswer(line: SolutionEffect): Year['solutions'][number] {
  const { solution, received, net } = line;
  return {
    solution,
    ...balanceAnswer(line),
    received: kronerFromOre(received),
    net: kronerFromOre(net),
  };
}

function municipalityAnswer(effect: MunicipalityEffect): Year['municipalities'][number] {
  const { municipality, contributed, received, net, benefit } = effect;
  return {
    municipality,
    contributed: kronerFromOre(contributed),
    received: kronerFromOre(received),
    net: kronerFromOre(net),
    benefit: kronerFromOre(benefit),
  };
}
