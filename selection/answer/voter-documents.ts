import type { SelectionAnswer } from '../../data/schema/selection-answer.ts';
import { kronerFromOre, ore } from '../../src/money/ore.ts';
import { rateText } from '../../src/money/rate.ts';
import { areaReports, fairnessOf } from '../../src/prioritisation/selection/explanation/fairness.ts';
import type { Payments } from '../../src/prioritisation/selection/explanation/payments.ts';
import { voterMoney } from '../../src/prioritisation/selection/explanation/voter-money.ts';
import {
  type VoterReport,
  voterReports,
} from '../../src/prioritisation/selection/explanation/voter-reports.ts';
import type { Prepared } from '../../src/prioritisation/selection/prepared.ts';
import type { Selection } from '../../src/prioritisation/selection/select.ts';
import { decimalText, kroner } from './decimals.ts';

type VoterDocument = SelectionAnswer['voters'][number];

/** What the selection gives every voter, and all of them together. */
export function voterDocuments(
  prepared: Prepared,
  selection: Selection,
  payments: Payments | undefined,
): Pick<SelectionAnswer, 'voters' | 'fairness'> {
  const { problem, electorate } = prepared;
  if (problem.voters.length === 0) return { voters: [] };
  const reports = voterReports(prepared, selection.grants);
  const texts = reports.map(reportTexts);
  const money = voterMoney(prepared, selection.finding, payments);
  const voters = problem.voters.map(({ voter, weight }, place): VoterDocument => {
    const { endowment, spent } = money(place);
    return {
      id: voter,
      weight: rateText(weight),
      endowment: kronerFromOre(endowment),
      ...(spent !== undefined && { spent: kronerFromOre(spent) }),
      ...(texts[electorate.groupOf[place] ?? 0] ?? NOTHING_CHOSEN),
    };
  });
  return { voters, fairness: fairnessDocument(prepared, selection, reports) };
}

type ReportTexts = Pick<VoterDocument, 'utility' | 'supportedChosen' | 'share' | 'fairShare'>;

const NOTHING_CHOSEN: ReportTexts = { utility: '0', supportedChosen: 0, share: '0', fairShare: '0' };

function reportTexts({ utility, supportedChosen, share, fairShare }: VoterReport): ReportTexts {
  return {
    utility: decimalText(utility),
    supportedChosen,
    share: decimalText(kroner(share)),
    fairShare: decimalText(kroner(fairShare)),
  };
}

function fairnessDocument(
  prepared: Prepared,
  { grants }: Selection,
  reports: readonly VoterReport[],
): NonNullable<SelectionAnswer['fairness']> {
  const { meanUtility, gini, servedShare, distanceToFairShare } = fairnessOf(prepared, reports);
  const areas = areaReports(prepared, grants);
  const spending = areas.reduce((sum, area) => sum + area.spending, 0n);
  const votes = areas.reduce((sum, area) => sum + area.votes, 0n);
  return {
    meanUtility: decimalText(meanUtility),
    gini: decimalText(gini),
    servedShare: decimalText(servedShare),
    distanceToFairShare: decimalText(kroner(distanceToFairShare)),
    areas: areas.map((report) => ({
      area: report.area ?? null,
      spending: kronerFromOre(ore(report.spending)),
      spendingShare: decimalText({ numerator: report.spending, denominator: spending || 1n }),
      votes: decimalText({ numerator: report.votes, denominator: prepared.electorate.weightPerOne }),
      votesShare: decimalText({ numerator: report.votes, denominator: votes || 1n }),
    })),
  };
}
