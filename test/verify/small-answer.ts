import { sealed, sha256, smallAgreement, smallChanges, smallYears } from './small-case.ts';

function share(solution: string, amount: string) {
  return { solution, amount };
}

/**
 * 2026, worked by hand. Index 3 % everywhere (beta: half of 4 % and half of 2 %), efficiency 1 %:
 *
 *     alfa   operations 600 → 618.00 less 6.18 = 611.82     business 400 → 412.00 less 4.12 = 407.88
 *     beta   operations 300 → 309.00 less 3.09 = 305.91
 *     price  1019.70 + 305.91 = 1325.61 = 1300.00 + 39.00 − 13.39
 *     pool   407.88 · 0.333 = 135.82404 → 135.82
 *
 * alfa by population 6 : 3 : 1, beta in three equal parts. Citizens of 0101 pay 713.79 / 6 = 118.965 → 118.97.
 */
const year2026 = {
  year: 2026,
  basePriceSum: '1300.00',
  indexation: '39.00',
  efficiency: '13.39',
  membership: '0.00',
  agreementPrice: '1325.61',
  baseBudget: '1189.79',
  pool: '135.82',
  solutions: [
    {
      solution: 'alfa',
      basePrice: '1000.00',
      indexation: '30.00',
      efficiency: '10.30',
      membership: '0.00',
      price: '1019.70',
      baseBudget: '883.88',
      pool: '135.82',
      components: [
        { component: 'operations', amount: '611.82' },
        { component: 'business', amount: '407.88' },
      ],
    },
    {
      solution: 'beta',
      basePrice: '300.00',
      indexation: '9.00',
      efficiency: '3.09',
      membership: '0.00',
      price: '305.91',
      baseBudget: '305.91',
      pool: '0.00',
      components: [{ component: 'operations', amount: '305.91' }],
    },
  ],
  municipalities: [
    {
      municipality: '0101',
      population: 6,
      amount: '713.79',
      perCitizen: '118.97',
      solutions: [share('alfa', '611.82'), share('beta', '101.97')],
    },
    {
      municipality: '0201',
      population: 3,
      amount: '407.88',
      perCitizen: '135.96',
      solutions: [share('alfa', '305.91'), share('beta', '101.97')],
    },
    {
      municipality: '0301',
      population: 1,
      amount: '203.94',
      perCitizen: '203.94',
      solutions: [share('alfa', '101.97'), share('beta', '101.97')],
    },
  ],
};

/**
 * 2027, worked by hand. Regulation 2.75 % − 0.5 % = 2.25 % on the combined index, 2.5 % − 0.5 % = 2 % on beta.
 *
 *     alfa   indexed 631.905 + 421.27 = 1053.175, efficiency 1 % = 10.53175, 0301 leaves 0.5 · 1/10 behind it:
 *            1042.64325 · 0.95 = 990.5110875 (operations 594.3066525, business 396.204435)
 *     beta   indexed 315.18, efficiency 3.1518 + 10.00, 0301 leaves 0.5 · 1/3: 302.0282 · 5/6 = 251.690166…
 *     gamma  indexed 105.3175, efficiency 1.053175; 0301 has no weight: 104.264325
 *     price  1346.465579… → 1346.47; largest remainders .434, .099, .467 øre: the odd øre goes to gamma
 *     efficiency  24.736725 → 24.74, remainders .314, .354, .331: the odd øre goes to beta
 *     membership  −52.1321625 − 50.338033… = −102.470195… → −102.47, remainders .206, .794: beta again
 *     alfa's components, remainders .60 and .40: the odd øre goes to operations
 *     pool   396.20 · 0.333 = 131.9346 → 131.93 and 104.27 · 0.5 = 52.135 → 52.14 (half away from zero)
 *
 * alfa 2 : 1 gives 660.34 and 330.17 without remainder. beta 125.845 each and gamma 52.135 each: by largest
 * remainder 0101 would get the odd øre of both, and pay 838.33 where exactly 838.32 is due. So one of the two
 * odd øre goes to 0201.
 */
const year2027 = {
  year: 2027,
  basePriceSum: '1400.00',
  indexation: '73.68',
  efficiency: '24.74',
  membership: '-102.47',
  agreementPrice: '1346.47',
  baseBudget: '1162.40',
  pool: '184.07',
  solutions: [
    {
      solution: 'alfa',
      basePrice: '1000.00',
      indexation: '53.17',
      efficiency: '10.53',
      membership: '-52.13',
      price: '990.51',
      baseBudget: '858.58',
      pool: '131.93',
      components: [
        { component: 'operations', amount: '594.31' },
        { component: 'business', amount: '396.20' },
      ],
    },
    {
      solution: 'beta',
      basePrice: '300.00',
      indexation: '15.19',
      efficiency: '13.16',
      membership: '-50.34',
      price: '251.69',
      baseBudget: '251.69',
      pool: '0.00',
      components: [{ component: 'operations', amount: '251.69' }],
    },
    {
      solution: 'gamma',
      basePrice: '100.00',
      indexation: '5.32',
      efficiency: '1.05',
      membership: '0.00',
      price: '104.27',
      baseBudget: '52.13',
      pool: '52.14',
      components: [{ component: 'business', amount: '104.27' }],
    },
  ],
  municipalities: [
    {
      municipality: '0101',
      population: 6,
      amount: '838.32',
      perCitizen: '139.72',
      solutions: [share('alfa', '660.34'), share('beta', '125.84'), share('gamma', '52.14')],
    },
    {
      municipality: '0201',
      population: 3,
      amount: '508.15',
      perCitizen: '169.38',
      solutions: [share('alfa', '330.17'), share('beta', '125.85'), share('gamma', '52.13')],
    },
  ],
};

export const smallAnswer = sealed({
  hash: sha256({
    model: 'k98-1',
    agreement: sha256(smallAgreement),
    changes: smallChanges,
    years: smallYears,
  }),
  years: [year2026, year2027],
});

/** The input of an audit that must be accepted. */
export const smallCase = {
  agreement: smallAgreement,
  scenario: { years: smallYears, changes: smallChanges },
  result: smallAnswer,
};
