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
    path: '/forklar',
    title: inBoth('Forklar', 'Explain'),
    component: lazy(() => import('../explanation/explanation-page.tsx')),
  },
] as const;
