import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { isConnected } from '../api/connection.ts';
import { inBoth } from '../language/language.ts';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';
import { UnderWayBar } from '../parts/under-way-bar.tsx';
import { ExampleBanner } from './example-banner.tsx';
import { addressOf, type Query, usePageState } from './location.ts';
import { PAGES } from './pages.ts';
import { Settings } from './settings.tsx';
import './shell.css';

const words = inBoth(
  {
    skip: 'Gå til indholdet',
    menu: 'Menu',
    main: 'Hovedmenu',
    lost: 'Der er ingen forbindelse til serveren. Det, du har lavet, er her stadig; siden prøver igen af sig selv.',
    about: 'K98-modellen regner K98 Serviceaftale efter til øren. Alle tal på siden kommer fra dens åbne',
    api: 'HTTP-grænseflade',
  },
  {
    skip: 'Skip to the content',
    menu: 'Menu',
    main: 'Main menu',
    lost: 'There is no connection to the server. What you have made is still here; the page tries again by itself.',
    about:
      'The K98 model computes the K98 Serviceaftale to the øre. Every figure on this page comes from its open',
    api: 'HTTP interface',
  },
);

/** What stands around every page: the menu, the settings, and what one must know of the figures. */
export function Shell({ children }: { readonly children: ComponentChildren }) {
  return (
    <>
      <a class="skip-link" href="#content">
        {words().skip}
      </a>
      <Header />
      <div role="status" class="connection">
        {!isConnected.value && (
          <Notice kind="warning">
            <p>{words().lost}</p>
          </Notice>
        )}
      </div>
      <UnderWayBar />
      <ExampleBanner />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer class="footer">
        <p>
          {words().about} <a href="/docs">{words().api}</a>.
        </p>
      </footer>
    </>
  );
}

/** The year and the kept scenario that are looked at go along to pages that show the same of others. */
function lookedAt(path: (typeof PAGES)[number]['path'], { aar, scenarie, gemt }: Query): Query {
  const scenario = scenarie ?? gemt;
  if (path === '/scenarier') return { aar, gemt: scenario };
  return path === '/overblik' || path === '/kommuner' ? { aar, scenarie: scenario } : {};
}

function Header() {
  const { path, query } = usePageState();
  const [isOpen, setOpen] = useState(false);
  return (
    <header class="header">
      <a class="brand" href={addressOf('/overblik')}>
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <path d="M7 25V15h4v10zM14 25V11h4v14zM21 25V17h4v8z" />
          <path class="brand-band" d="M5 8h22v3H5z" />
        </svg>
        K98-modellen
      </a>
      <button
        type="button"
        class="button-plain menu-button"
        aria-expanded={isOpen}
        aria-controls="menu"
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="menu" /> {words().menu}
      </button>
      <nav id="menu" aria-label={words().main} class={isOpen ? 'menu is-open' : 'menu'}>
        <ul>
          {PAGES.map((page) => (
            <li key={page.path}>
              <a
                href={addressOf(page.path, lookedAt(page.path, query))}
                aria-current={path.startsWith(page.path) ? 'page' : undefined}
                onClick={() => setOpen(false)}
              >
                {page.title()}
              </a>
            </li>
          ))}
        </ul>
        <Settings />
      </nav>
    </header>
  );
}
