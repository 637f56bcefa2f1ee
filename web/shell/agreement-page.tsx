import { type ComponentChildren, Fragment } from 'preact';
import { type AgreementView, useAgreement } from '../api/agreement.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PageActions } from '../parts/page-actions.tsx';
import { PageHeading } from './page-heading.tsx';

/** A page about the agreement: its heading, and below it what is made anew when the page is about another one. */
export function AgreementPage({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly children: (view: AgreementView) => ComponentChildren;
}) {
  const agreement = useAgreement();
  return (
    <>
      <PageHeading title={title} lead={lead}>
        <PageActions />
      </PageHeading>
      <Loaded answer={agreement}>
        {(view) => <Fragment key={view.document.agreement}>{children(view)}</Fragment>}
      </Loaded>
    </>
  );
}
