import type { Schemas } from '../api/client.ts';
import { inBoth } from '../language/language.ts';

type Way = Schemas['ProposalWay'];

/** The states of a proposal as people say them. */
export const stateWords = inBoth<Readonly<Record<Way['state'], string>>>(
  {
    shipped: 'Eksempel',
    draft: 'Kladde',
    submitted: 'Indsendt',
    returned: 'Sendt tilbage',
    recommended: 'Indstillet',
    prioritised: 'Prioriteret',
    approved: 'Godkendt',
    'approved-with-changes': 'Godkendt med ændringer',
    rejected: 'Afvist',
    'in-force': 'I kraft',
    withdrawn: 'Trukket tilbage',
    superseded: 'Afløst',
  },
  {
    shipped: 'Example',
    draft: 'Draft',
    submitted: 'Submitted',
    returned: 'Returned',
    recommended: 'Recommended',
    prioritised: 'Prioritised',
    approved: 'Approved',
    'approved-with-changes': 'Approved with changes',
    rejected: 'Rejected',
    'in-force': 'In force',
    withdrawn: 'Withdrawn',
    superseded: 'Superseded',
  },
);

/** What can be done with a proposal, and how it came to be. */
export const actionWords = inBoth<Readonly<Record<string, string>>>(
  {
    create: 'oprettet',
    ship: 'følger med',
    update: 'ændret',
    submit: 'Indsend',
    withdraw: 'Træk tilbage',
    recommend: 'Indstil',
    return: 'Send tilbage',
    prioritise: 'Prioritér',
    approve: 'Godkend',
    'approve-with-changes': 'Godkend med ændringer',
    reject: 'Afvis',
    'put-in-force': 'Sæt i kraft',
    supersede: 'Afløs',
  },
  {
    create: 'created',
    ship: 'comes along',
    update: 'changed',
    submit: 'Submit',
    withdraw: 'Withdraw',
    recommend: 'Recommend',
    return: 'Return',
    prioritise: 'Prioritise',
    approve: 'Approve',
    'approve-with-changes': 'Approve with changes',
    reject: 'Reject',
    'put-in-force': 'Put in force',
    supersede: 'Supersede',
  },
);
