import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { asyncApiOf } from '@ibex/delivery';
import { definitions } from '@ibex/notifications';
import { buildOpenApi } from '@ibex/runtime';

/** The documents that describe the exchange, open to anybody; committed copies stand in deploy/contracts. */
export const publishContracts = (app: NestFastifyApplication): void => {
  const server = app.getHttpAdapter().getInstance();
  const openApi = buildOpenApi(app);
  const asyncApi = asyncApiOf(definitions);
  server.get('/openapi.json', () => openApi);
  server.get('/asyncapi.json', () => asyncApi);
};
