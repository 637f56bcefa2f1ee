import type { ScenarioFile } from '../../scenarios/schema.ts';

/** Stored scenarios beside the shipped ones, among them such as no one should ship. */
export const STORED: readonly ScenarioFile[] = [
  stored('test-base', { changes: [{ type: 'set-reserved-share', solution: 'ky', share: '0.4' }] }),
  stored('test-upon-base', {
    basedOn: 'test-base',
    changes: [{ type: 'set-reserved-share', solution: 'ky', share: '0.2' }],
  }),
  stored('test-circle-one', { basedOn: 'test-circle-two' }),
  stored('test-circle-two', { basedOn: 'test-circle-one' }),
  stored('test-other-agreement', { agreement: 'another-agreement' }),
  stored('test-impossible', { changes: [{ type: 'remove-solution', solution: 'no-such', fromYear: 2026 }] }),
];

function stored(id: string, differently: Partial<ScenarioFile['scenario']>): ScenarioFile {
  return {
    id,
    title: { da: `Prøven ${id}.`, en: `The trial ${id}.` },
    explanation: { da: 'Kun til prøver.', en: 'For tests only.' },
    scenario: { agreement: 'k98-example', years: { from: 2026, to: 2027 }, changes: [], ...differently },
    expected: [{ year: 2026, figure: 'membership', equals: '0.00' }],
  };
}
