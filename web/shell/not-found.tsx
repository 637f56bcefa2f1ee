import { inBoth } from '../language/language.ts';
import { addressOf } from './location.ts';
import { PageHeading } from './page-heading.tsx';

const words = inBoth(
  { title: 'Siden findes ikke', text: 'Adressen fører ikke til noget.', back: 'Til overblikket' },
  { title: 'There is no such page', text: 'The address leads nowhere.', back: 'To the overview' },
);

export function NotFound() {
  return (
    <>
      <PageHeading title={words().title} lead={words().text} />
      <p>
        <a href={addressOf('/overblik')}>{words().back}</a>
      </p>
    </>
  );
}
