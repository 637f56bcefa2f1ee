import { answered, api, type Schemas } from '../api/client.ts';
import { type Answer, useAnswer } from '../api/use-answer.ts';

export type MunicipalityReport = Schemas['MunicipalityReport'];
export type MunicipalityYear = Schemas['MunicipalityYear'];
export type YearOnYear = Schemas['YearOnYear'];

/** What a municipality pays under a scenario, year by year. Nothing is asked where none is named. */
export function useMunicipalityReport(scenario: string, municipality: string): Answer<MunicipalityReport> {
  const query = { scenario, municipality };
  const key = municipality === '' ? undefined : `municipality/${scenario}/${municipality}`;
  return useAnswer(key, (signal) =>
    answered(api.GET('/v1/reports/municipality', { params: { query }, signal })),
  );
}
