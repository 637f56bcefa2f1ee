import type { Api } from '../validation.ts';

export function openApiRoutes(app: Api): void {
  app.get('/openapi.json', { schema: { hide: true }, config: { right: 'open' } }, async () => app.swagger());
}
