import { ErrorBoundary, LocationProvider, Route, Router } from 'preact-iso';
import { FrontPage } from './shell/front-page.tsx';
import { NotFound } from './shell/not-found.tsx';
import { PAGES } from './shell/pages.ts';
import { Shell } from './shell/shell.tsx';
import { UnsavedGuard } from './shell/unsaved-guard.tsx';

/** The whole page: the shell around whatever the address names. */
export function App() {
  return (
    <LocationProvider scope={OWN_PAGES}>
      <UnsavedGuard>
        <Shell>
          <ErrorBoundary>
            <Router>
              <Route path="/" component={FrontPage} />
              {PAGES.map(({ path, component }) => (
                <Route key={path} path={`${path}/:part*`} component={component} />
              ))}
              <Route default component={NotFound} />
            </Router>
          </ErrorBoundary>
        </Shell>
      </UnsavedGuard>
    </LocationProvider>
  );
}

/** Other addresses of this origin belong to the API, and are left to the browser. */
const OWN_PAGES = /^\/($|\?|(?!v1\/|docs|openapi\.json|login|logout))/;
