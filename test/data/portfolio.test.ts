import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { examplePortfolio, examplePortfolioText } from '../../data/example/portfolio.ts';
import { loadAgreement } from '../../data/load-agreement.ts';
import { loadPortfolios } from '../../data/load-portfolios.ts';
import { UnusableFile } from '../../data/unusable-file.ts';
import { oreFromKroner, sumOre } from '../../src/money/ore.ts';
import { pointerTo } from '../../src/pointer.ts';
import { type Change, changed } from './changed.ts';

const { agreement } = await loadAgreement('data/k98-example.agreement.json');
const folder = mkdtempSync(join(tmpdir(), 'k98-portfolio-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { initiatives, proposals, provenance } = examplePortfolio();

describe('the example portfolio', () => {
  it('is what `npm run data:example` writes', () => {
    expect(readFileSync('data/k98-example.portfolio.json', 'utf8')).toBe(examplePortfolioText());
  });

  it('is loaded with its agreement', async () => {
    expect(await loadPortfolios('data', [agreement])).toMatchObject([{ agreement: 'k98-example' }]);
  });

  it('is marked as an example all through', () => {
    for (const marked of [{ provenance }, ...initiatives])
      expect(marked.provenance).toMatchObject({ kind: 'example' });
  });

  it('has some forty initiatives over all management areas, seven of them statutory', () => {
    expect(initiatives).toHaveLength(42);
    expect(new Set(initiatives.map(({ area }) => area)).size).toBe(agreement.areas.length);
    expect(initiatives.filter(({ statutory }) => statutory)).toHaveLength(7);
  });

  it('asks for 85.1 mio. kr. in 2026, more than twice the pool of 37.1 mio. kr.', () => {
    const costs = initiatives.flatMap(({ costs }) => costs.filter(({ year }) => year === 2026));
    expect(sumOre(costs.map(({ amount }) => oreFromKroner(amount)))).toBe(8_511_000_000n);
  });

  it('has proposals of four councils that conflict: over an exclusion, over money of another area, over more than there is', () => {
    expect(new Set(proposals.map(({ body }) => body)).size).toBe(4);
    const excluded = initiatives.find(({ id }) => id === 'speech-to-text-in-home-care')?.excludes ?? [];
    const listed = proposals.flatMap((proposal) => proposal.initiatives);
    expect(listed).toEqual(expect.arrayContaining(['speech-to-text-in-home-care', ...excluded]));
    expect(proposals.flatMap(({ moves = [] }) => moves)).toMatchObject([
      { from: { account: 'pool', solution: 'sapa' } },
    ]);
  });
});

describe('a portfolio file', () => {
  const initiative = ['initiatives', 0] as const;
  it.each<[string, Change, string]>([
    ['another agreement', ['agreement', 'none'], '/agreement unknown_agreement'],
    ['an unknown area', [...initiative, 'area', 'none'], '/initiatives/0/area unknown_area'],
    ['an unknown target', [...initiative, 'target', 'none'], '/initiatives/0/target unknown_solution'],
    [
      'a score by an unknown criterion',
      [...initiative, 'benefit', { scores: { none: '1' } }],
      '/initiatives/0/benefit/scores/none unknown_criterion',
    ],
    [
      'an unknown dependency',
      [...initiative, 'dependsOn', ['none']],
      '/initiatives/0/dependsOn/0 unknown_initiative',
    ],
    [
      'a beneficiary that is no municipality',
      [...initiative, 'beneficiaries', { kind: 'weights', weights: { '9999': '1' } }],
      '/initiatives/0/beneficiaries/weights/9999 unknown_municipality',
    ],
    [
      'an initiative that excludes itself',
      [...initiative, 'excludes', [initiatives[0]?.id]],
      '/initiatives/0/excludes/0 excludes_itself',
    ],
    [
      'dependencies in a circle',
      [...initiative, 'dependsOn', [initiatives[1]?.id]],
      '/initiatives/1/dependsOn/0 depends_in_circle',
    ],
    [
      'an id that stands twice',
      ['initiatives', 1, 'id', initiatives[0]?.id],
      '/initiatives/1/id duplicate_value',
    ],
    ['an unknown body', ['proposals', 0, 'body', 'none'], '/proposals/0/body unknown_body'],
    [
      'a proposal of an unknown initiative',
      ['proposals', 0, 'initiatives', ['none']],
      '/proposals/0/initiatives/0 unknown_initiative',
    ],
    [
      'a move to what the proposal does not list',
      ['proposals', 2, 'initiatives', ['status-notifications']],
      '/proposals/2/moves/0/to/initiative unknown_initiative',
    ],
  ])('is refused for %s, with file, pointer and remedy', async (_, change, place) => {
    const file = join(folder, 'own.portfolio.json');
    writeFileSync(file, JSON.stringify(changed(examplePortfolio(), change)));
    const error = await loadPortfolios(folder, [agreement]).catch((thrown: unknown) => thrown);
    if (!(error instanceof UnusableFile)) throw error;
    expect(error.file).toBe(file);
    expect(error.errors.map(({ code, path }) => `${pointerTo(path)} ${code}`)).toContain(place);
    expect(error.errors.every(({ remedy }) => remedy.da !== '' && remedy.en !== '')).toBe(true);
  });
});
