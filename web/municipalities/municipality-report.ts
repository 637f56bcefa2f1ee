import { answered, api, type Schemas } from '../api/client.ts';
import { type Answer, useAnswer } from '../api/use-answer.ts';

export type MunicipalityReport = Schemas['MunicipalityReport'];
export type MunicipalityYear = Schemas['MunicipalityYear'];
export type YearOnYear = Schemas['YearOnYear'];

/** What a municipality pays under a scenario, year by year. */
export function useMunicipalityReport(scenario: string, municipality: string): Answer<MunicipalityReport> {
  const query = { scenario, municipality };
  return useAnswer(`municipality/${scenario}/${municipality}`, (signal) =>
    answered(api.GET('/v1/reports/municipality', { params: { query }, signal })),
  );
}
