import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { asyncApiOf } from '@ibex/delivery';
import { definitions } from '@ibex/notifications';
import { buildOpenApi } from '@ibex/runtime';

/** Made when somebody first asks: most exchanges are never asked, and it costs memory and start-up time. */
const onFirstAsk = <T extends object>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

/** The documents that describe the exchange, open to anybody; committed copies stand in deploy/contracts. */
export const publishContracts = (app: NestFastifyApplication): void => {
  const server = app.getHttpAdapter().getInstance();
  server.get(
    '/openapi.json',
    onFirstAsk(() => buildOpenApi(app)),
  );
  server.get(
    '/asyncapi.json',
    onFirstAsk(() => ({ ...asyncApiOf(definitions) })),
  );
};
