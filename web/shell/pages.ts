import { lazy } from 'preact-iso';
import { inBoth } from '../language/language.ts';

/** The pages of the menu, in its order. Each is loaded when it is first opened. */
export const PAGES = [
  {
    path: '/overblik',
    title: inBoth('Overblik', 'Overview'),
    component: lazy(() => import('../overview/overview-page.tsx')),
  },
  {
    path: '/scenarier',
    title: inBoth('Scenarier', 'Scenarios'),
    component: lazy(() => import('../scenarios/scenarios-page.tsx')),
  },
  {
    path: '/prioritering',
    title: inBoth('Prioritering', 'Prioritisation'),
    component: lazy(() => import('../prioritisation/prioritisation-page.tsx')),
  },
  {
    path: '/kommuner',
    title: inBoth('Kommuner', 'Municipalities'),
    component: lazy(() => import('../municipalities/municipalities-page.tsx')),
  },
  {
    path: '/fakturaer',
    title: inBoth('Fakturaer', 'Invoices'),
    component: lazy(() => import('../invoices/invoices-page.tsx')),
  },
  {
    path: '/forklar',
    title: inBoth('Forklar', 'Explain'),
    component: lazy(() => import('../explanation/explanation-page.tsx')),
  },
  {
    path: '/regler',
    title: inBoth('Regler', 'Rules'),
    component: lazy(() => import('../rules/rules-page.tsx')),
  },
  {
    path: '/revision',
    title: inBoth('Revision', 'Audit'),
    component: lazy(() => import('../audit/audit-page.tsx')),
  },
  {
    path: '/data',
    title: inBoth('Data', 'Data'),
    component: lazy(() => import('../data/data-page.tsx')),
  },
] as const;
