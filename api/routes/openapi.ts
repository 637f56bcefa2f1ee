import type { Api } from '../validation.ts';

export function openApiRoutes(app: Api): void {
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
