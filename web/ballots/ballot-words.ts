import { inBoth } from '../language/language.ts';

/** What ballots, their forms and their states are called. */
export const ballotWords = inBoth(
  {
    states: { draft: 'Kladde', open: 'Åben', closed: 'Lukket' },
    forms: {
      approval: 'Hver stemmer for det, de kan gå ind for',
      score: 'Hver giver point',
      ranking: 'Hver stiller i rækkefølge (Borda)',
    },
    weights: { equal: 'En stemme hver', population: 'Stemmer efter folketal' },
    secrecies: { open: 'Åben afstemning', secret: 'Hemmelig, til den lukkes' },
  },
  {
    states: { draft: 'Draft', open: 'Open', closed: 'Closed' },
    forms: {
      approval: 'Each approves of what they can support',
      score: 'Each gives points',
      ranking: 'Each ranks (Borda)',
    },
    weights: { equal: 'One vote each', population: 'Votes by population' },
    secrecies: { open: 'Open ballot', secret: 'Secret until it is closed' },
  },
);
