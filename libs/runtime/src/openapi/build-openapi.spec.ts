import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MemoryModule } from '@ibex/adapters/memory';
import { JoseModule, newSigningKey } from '@ibex/adapters/jose';
import { IdentityModule } from '@ibex/identity';
import { ProofModule } from '@ibex/proof';
import { noteDefinition } from '../../fixtures/note';
import { NoteModule, closeNote, openNote } from '../../fixtures/note.api';
import { createHttpApp } from '../http/create-http-app';
import { silentLog } from '../logging/create-log';
import { RuntimeModule } from '../runtime.module';
import { buildOpenApi } from './build-openapi';

describe('the OpenAPI document', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    @Module({
      imports: [
        MemoryModule.with(),
        ProofModule.forRoot({ pseudonymKey: new Uint8Array(32) }),
        JoseModule.forRoot({ issuers: [], signingKey: await newSigningKey() }),
        IdentityModule,
        RuntimeModule.forRoot({ definitions: [noteDefinition], actions: [openNote, closeNote] }),
        NoteModule,
      ],
    })
    class DocumentedModule {}
    app = await createHttpApp(DocumentedModule, { log: silentLog(), tellOperator: () => undefined });
    await app.init();
  });
  afterAll(() => app.close());

  it('is OpenAPI 3.1 and the same each time', () => {
    const document = buildOpenApi(app);
    expect(document.openapi).toBe('3.1.0');
    expect(JSON.stringify(buildOpenApi(app))).toBe(JSON.stringify(document));
    expect(Object.keys(document.paths)).toEqual(Object.keys(document.paths).sort());
  });

  it('asks for the Idempotency-Key and tells the problems of a POST', () => {
    const post = buildOpenApi(app).paths['/v1/notes']?.post;
    expect(post?.parameters).toContainEqual(
      expect.objectContaining({ in: 'header', name: 'Idempotency-Key', required: true }),
    );
    expect(Object.keys(post?.responses ?? {})).toEqual([
      '201',
      '400',
      '401',
      '403',
      '404',
      '409',
      '413',
      '422',
      '429',
      '503',
    ]);
    expect(post?.security).toEqual([{ bearer: [] }]);
  });

  it('describes bodies by their fields and rules', () => {
    const body = buildOpenApi(app).components?.schemas?.['OpenNoteBody'];
    expect(body).toMatchObject({
      required: ['kind'],
      properties: {
        kind: { type: 'string', enum: ['plain', 'urgent'], description: 'Kind.' },
        text: { type: 'string', minLength: 1, maxLength: 200 },
        at: { type: 'string', format: 'date-time' },
        times: { type: 'integer', minimum: 0, maximum: 9 },
      },
    });
  });

  it('tells how to read one’s own write', () => {
    const read = buildOpenApi(app).paths['/v1/notes']?.get;
    expect(read?.parameters).toContainEqual(expect.objectContaining({ in: 'query', name: 'atLeast' }));
    expect(Object.keys(read?.responses ?? {})).toEqual(expect.arrayContaining(['200', '304', '504']));
  });
});
