import { oreFromKroner } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { type NamedColumn, splitTable } from '../../src/money/split-table.ts';
import { splitsAnswer, splitsAnswerSchema } from '../answers/splits-answer.ts';
import { splitsTable } from '../csv/splits-table.ts';
import { sendCsv, wantsCsv } from '../negotiation.ts';
import { valueOrRefuse } from '../request-error.ts';
import { type SplitsRequest, splitsRequestSchema } from '../requests/splits.ts';
import { answers, BODY_PROBLEMS } from '../route-schema.ts';
import type { Api } from '../validation.ts';

const schema = {
  operationId: 'splitAmounts',
  summary: 'Split amounts over rows by weight, exact to the øre in both directions',
  description:
    'Every column sums to its amount; each cell is the floor or the ceiling of its exact quota, and with the ' +
    'method `two-way` so is each row total. Rows and columns come back sorted by id, whatever order they were in.',
  tags: ['price'],
  body: splitsRequestSchema,
  response: answers('The split', splitsAnswerSchema, BODY_PROBLEMS, { csv: true }),
};

export function splitsRoutes(app: Api): void {
  app.post('/v1/splits', { schema, config: { right: 'model.compute' } }, async (request, reply) => {
    const { columns, method } = request.body;
    const table = valueOrRefuse(splitTable(columns.map(columnFromRequest), method));
    const answer = splitsAnswer(table);
    return wantsCsv(request) ? sendCsv(reply, 'splits', splitsTable(answer)) : answer;
  });
}

function columnFromRequest({ id, amount, weights }: SplitsRequest['columns'][number]): NamedColumn {
  const rates = Object.entries(weights).map(([row, weight]) => [row, rateFromText(weight)] as const);
  return { id, amount: oreFromKroner(amount), weights: new Map(rates) };
}
