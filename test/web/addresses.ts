/** Every page in every state that is worth a look; each is tried in both languages, both themes and three widths. */
export const ADDRESSES = [
  '/overblik',
  '/overblik?scenarie=copenhagen-withdraws&aar=2028',
  '/overblik?aar=2027&forklar=2027.pool...',
  '/overblik?scenarie=no-such-scenario',
  '/forklar',
  '/forklar?scenarie=baseline&tal=amount&aar=2027&loesning=aula&kommune=0101',
  '/scenarier',
  '/scenarier?gemt=high-wages-on-larger-pool&aar=2028',
  '/scenarier/gemte?s=baseline',
  '/scenarier/sammenlign',
  '/scenarier/sammenlign?s=high-wage-growth,efficiency-two-percent,copenhagen-withdraws&aar=2027',
  '/no-such-page',
] as const;
