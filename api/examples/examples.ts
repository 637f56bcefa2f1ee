import actOnBallot from './actOnBallot.json' with { type: 'json' };
import addAgreementVersion from './addAgreementVersion.json' with { type: 'json' };
import analyseSensitivity from './analyseSensitivity.json' with { type: 'json' };
import castPaper from './castPaper.json' with { type: 'json' };
import chooseInitiatives from './chooseInitiatives.json' with { type: 'json' };
import comparePlans from './comparePlans.json' with { type: 'json' };
import compareScenarios from './compareScenarios.json' with { type: 'json' };
import correctAgreement from './correctAgreement.json' with { type: 'json' };
import createApiKey from './createApiKey.json' with { type: 'json' };
import createBallot from './createBallot.json' with { type: 'json' };
import createBody from './createBody.json' with { type: 'json' };
import createIndexVintage from './createIndexVintage.json' with { type: 'json' };
import createInitiative from './createInitiative.json' with { type: 'json' };
import createInvoiceRun from './createInvoiceRun.json' with { type: 'json' };
import createProposal from './createProposal.json' with { type: 'json' };
import createScenario from './createScenario.json' with { type: 'json' };
import createSplitPlan from './createSplitPlan.json' with { type: 'json' };
import createSweep from './createSweep.json' with { type: 'json' };
import deleteBallot from './deleteBallot.json' with { type: 'json' };
import deleteInitiative from './deleteInitiative.json' with { type: 'json' };
import deleteInvoiceRun from './deleteInvoiceRun.json' with { type: 'json' };
import deleteProposal from './deleteProposal.json' with { type: 'json' };
import deleteScenario from './deleteScenario.json' with { type: 'json' };
import deleteSplitPlan from './deleteSplitPlan.json' with { type: 'json' };
import deleteSweep from './deleteSweep.json' with { type: 'json' };
import explainFigure from './explainFigure.json' with { type: 'json' };
import exportInitiatives from './exportInitiatives.json' with { type: 'json' };
import exportPastAmounts from './exportPastAmounts.json' with { type: 'json' };
import exportSplitPlans from './exportSplitPlans.json' with { type: 'json' };
import getAccessions from './getAccessions.json' with { type: 'json' };
import getAgreement from './getAgreement.json' with { type: 'json' };
import getBallot from './getBallot.json' with { type: 'json' };
import getBallotResult from './getBallotResult.json' with { type: 'json' };
import getBody from './getBody.json' with { type: 'json' };
import getDecision from './getDecision.json' with { type: 'json' };
import getHealth from './getHealth.json' with { type: 'json' };
import getIndexVintage from './getIndexVintage.json' with { type: 'json' };
import getInitiative from './getInitiative.json' with { type: 'json' };
import getInvoice from './getInvoice.json' with { type: 'json' };
import getInvoiceLineage from './getInvoiceLineage.json' with { type: 'json' };
import getInvoiceRun from './getInvoiceRun.json' with { type: 'json' };
import getInvoiceRunEvidence from './getInvoiceRunEvidence.json' with { type: 'json' };
import getMe from './getMe.json' with { type: 'json' };
import getMetrics from './getMetrics.json' with { type: 'json' };
import getMunicipalityReport from './getMunicipalityReport.json' with { type: 'json' };
import getPoolReport from './getPoolReport.json' with { type: 'json' };
import getPriceList from './getPriceList.json' with { type: 'json' };
import getProposal from './getProposal.json' with { type: 'json' };
import getProposalWay from './getProposalWay.json' with { type: 'json' };
import getReadiness from './getReadiness.json' with { type: 'json' };
import getResult from './getResult.json' with { type: 'json' };
import getRuleSet from './getRuleSet.json' with { type: 'json' };
import getRunDocuments from './getRunDocuments.json' with { type: 'json' };
import getScenario from './getScenario.json' with { type: 'json' };
import getScenarioWorkbook from './getScenarioWorkbook.json' with { type: 'json' };
import getSplitPlan from './getSplitPlan.json' with { type: 'json' };
import getStatement from './getStatement.json' with { type: 'json' };
import getSweep from './getSweep.json' with { type: 'json' };
import getSweepResult from './getSweepResult.json' with { type: 'json' };
import importInitiatives from './importInitiatives.json' with { type: 'json' };
import importPastAmounts from './importPastAmounts.json' with { type: 'json' };
import importSplitPlans from './importSplitPlans.json' with { type: 'json' };
import issueInvoiceRun from './issueInvoiceRun.json' with { type: 'json' };
import keepResult from './keepResult.json' with { type: 'json' };
import listAccessionEntries from './listAccessionEntries.json' with { type: 'json' };
import listAgreements from './listAgreements.json' with { type: 'json' };
import listApiKeys from './listApiKeys.json' with { type: 'json' };
import listAudit from './listAudit.json' with { type: 'json' };
import listBallots from './listBallots.json' with { type: 'json' };
import listBallotVersions from './listBallotVersions.json' with { type: 'json' };
import listBodies from './listBodies.json' with { type: 'json' };
import listBodyVersions from './listBodyVersions.json' with { type: 'json' };
import listDecisionInvoiceLines from './listDecisionInvoiceLines.json' with { type: 'json' };
import listDecisions from './listDecisions.json' with { type: 'json' };
import listDecisionVersions from './listDecisionVersions.json' with { type: 'json' };
import listIndexVintages from './listIndexVintages.json' with { type: 'json' };
import listIndexVintageVersions from './listIndexVintageVersions.json' with { type: 'json' };
import listInitiatives from './listInitiatives.json' with { type: 'json' };
import listInitiativeVersions from './listInitiativeVersions.json' with { type: 'json' };
import listInvoiceRuns from './listInvoiceRuns.json' with { type: 'json' };
import listInvoiceRunVersions from './listInvoiceRunVersions.json' with { type: 'json' };
import listInvoices from './listInvoices.json' with { type: 'json' };
import listPapers from './listPapers.json' with { type: 'json' };
import listProposals from './listProposals.json' with { type: 'json' };
import listProposalVersions from './listProposalVersions.json' with { type: 'json' };
import listRuleSets from './listRuleSets.json' with { type: 'json' };
import listScenarios from './listScenarios.json' with { type: 'json' };
import listScenarioVersions from './listScenarioVersions.json' with { type: 'json' };
import listSplitPlans from './listSplitPlans.json' with { type: 'json' };
import listSplitPlanVersions from './listSplitPlanVersions.json' with { type: 'json' };
import listSweeps from './listSweeps.json' with { type: 'json' };
import listSweepVersions from './listSweepVersions.json' with { type: 'json' };
import previewInvoiceRun from './previewInvoiceRun.json' with { type: 'json' };
import priceScenario from './priceScenario.json' with { type: 'json' };
import publishAgreement from './publishAgreement.json' with { type: 'json' };
import rebaseScenario from './rebaseScenario.json' with { type: 'json' };
import recordAccession from './recordAccession.json' with { type: 'json' };
import replaceBallot from './replaceBallot.json' with { type: 'json' };
import replaceBody from './replaceBody.json' with { type: 'json' };
import replaceInitiative from './replaceInitiative.json' with { type: 'json' };
import replaceInvoiceRun from './replaceInvoiceRun.json' with { type: 'json' };
import replaceProposal from './replaceProposal.json' with { type: 'json' };
import replaceScenario from './replaceScenario.json' with { type: 'json' };
import replaceSplitPlan from './replaceSplitPlan.json' with { type: 'json' };
import revokeApiKey from './revokeApiKey.json' with { type: 'json' };
import seekGoal from './seekGoal.json' with { type: 'json' };
import simulateProposals from './simulateProposals.json' with { type: 'json' };
import splitAmounts from './splitAmounts.json' with { type: 'json' };
import streamSweepPoints from './streamSweepPoints.json' with { type: 'json' };
import takeProposalAction from './takeProposalAction.json' with { type: 'json' };

interface ExampleRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * A request and what it really answers; lists are cut after their second item, weights after their second
 * entry.
 */
export interface Example {
  /** What was asked for before, so that the request finds what it speaks of. */
  readonly before?: readonly ExampleRequest[];
  readonly request: ExampleRequest;
  readonly status?: number;
  readonly answer: unknown;
}

/** One example for each operation, by operationId. A test keeps the answers true. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  analyseSensitivity,
  chooseInitiatives,
  comparePlans,
  compareScenarios,
  // One after the other: the thing that is made is changed and deleted again.
  createScenario,
  replaceScenario,
  deleteScenario,
  createApiKey,
  listApiKeys,
  revokeApiKey,
  getMe,
  listAudit,
  explainFigure,
  getAgreement,
  getHealth,
  getReadiness,
  getRuleSet,
  getScenario,
  listAgreements,
  listRuleSets,
  listScenarioVersions,
  listScenarios,
  priceScenario,
  keepResult,
  // Whatever hash the example before it has.
  getResult: {
    ...getResult,
    request: { ...getResult.request, url: `/v1/results/${keepResult.answer.hash}` },
  },
  rebaseScenario,
  seekGoal,
  simulateProposals,
  splitAmounts,
  createInitiative,
  replaceInitiative,
  getInitiative,
  listInitiatives,
  listInitiativeVersions,
  deleteInitiative,
  exportInitiatives,
  importInitiatives,
  createBallot,
  replaceBallot,
  actOnBallot,
  castPaper,
  getBallot,
  listBallots,
  listBallotVersions,
  listPapers,
  getBallotResult,
  deleteBallot,
  publishAgreement,
  correctAgreement,
  importPastAmounts,
  exportPastAmounts,
  // What is decided binds pool money, so these come last.
  createProposal,
  replaceProposal,
  takeProposalAction,
  getProposalWay,
  getProposal,
  listProposals,
  listProposalVersions,
  getDecision,
  listDecisions,
  listDecisionVersions,
  deleteProposal,
  getMunicipalityReport,
  getPriceList,
  // After the decisions: they are what it reports on.
  getMetrics,
  createSweep,
  getSweep,
  listSweeps,
  listSweepVersions,
  getSweepResult,
  streamSweepPoints,
  deleteSweep,
  getPoolReport,
  // One after the other, from the plan to the invoices.
  createSplitPlan,
  replaceSplitPlan,
  getSplitPlan,
  listSplitPlans,
  listSplitPlanVersions,
  exportSplitPlans,
  importSplitPlans,
  previewInvoiceRun,
  createInvoiceRun,
  replaceInvoiceRun,
  issueInvoiceRun,
  getInvoiceRun,
  listInvoiceRuns,
  listInvoiceRunVersions,
  deleteInvoiceRun,
  getRunDocuments,
  getScenarioWorkbook,
  listInvoices,
  getInvoice,
  getInvoiceRunEvidence,
  getInvoiceLineage,
  getStatement,
  listDecisionInvoiceLines,
  deleteSplitPlan,
  // What is kept beside the agreement is in every hash from then on, so it comes last.
  createIndexVintage,
  getIndexVintage,
  listIndexVintages,
  listIndexVintageVersions,
  createBody,
  replaceBody,
  getBody,
  listBodies,
  listBodyVersions,
  getAccessions,
  listAccessionEntries,
  recordAccession,
  addAgreementVersion,
};
