import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

// from dist/apps/view-api/src
const FOLDER = join(__dirname, '..', '..', '..', '..', 'deploy', 'contracts');

/** The documents of the whole service, as committed: no single process of the split knows all of its routes. */
export const publishContracts = (app: NestFastifyApplication): void => {
  const server = app.getHttpAdapter().getInstance();
  for (const name of ['openapi.json', 'asyncapi.json'])
    server.get(`/${name}`, (_request, reply) =>
      reply.type('application/json').send(readFileSync(join(FOLDER, name), 'utf8')),
    );
};
