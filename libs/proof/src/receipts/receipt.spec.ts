import { createPublicKey, verify } from 'node:crypto';
import { Ed25519StatementSigner, newSigningKey } from '@ibex/adapters/jose';
import type { RecordedFact } from '@ibex/kernel';
import { receiptOf, storedDigest } from './receipt';
import { ReceiptService } from './receipt.service';

const fact: RecordedFact = {
  id: 'fact-1',
  type: 'PlacementNotified',
  data: { host: 'E09000008', startsOn: '2026-03-01' },
  sealed: 'AbCd',
  metadata: {
    commandId: 'command-1',
    commandDigest: 'digest-1',
    correlationId: 'command-1',
    actor: { authority: 'E09000012', person: 'person-1', role: 'placing-practitioner' },
    schemaVersion: 1,
    recordRef: 'record-1',
  },
  recordedAt: '2026-03-02T09:00:00.500Z',
  stream: 'placement-1',
  category: 'placement',
  revision: 0,
  position: 41,
};

const told = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());

describe('a receipt', () => {
  it('attests who told what, when it was recorded and where it stands', () => {
    expect(receiptOf([fact])).toEqual({
      version: 1,
      authority: 'E09000012',
      commandId: 'command-1',
      recordedAt: '2026-03-02T09:00:00.500Z',
      iat: 1_772_442_000,
      stream: 'placement-1',
      position: 41,
      facts: [{ id: 'fact-1', type: 'PlacementNotified', revision: 0, digest: storedDigest(fact) }],
    });
  });

  it('digests the fact as stored, whatever the order of its fields', () => {
    const reordered = { ...fact, data: { startsOn: '2026-03-01', host: 'E09000008' } };
    expect(storedDigest(reordered)).toBe(storedDigest(fact));
    expect(storedDigest({ ...fact, sealed: 'AbCe' })).not.toBe(storedDigest(fact));
    expect(storedDigest({ ...fact, data: { ...fact.data, host: 'E09000001' } })).not.toBe(storedDigest(fact));
    expect(storedDigest({ ...fact, recordedAt: '2026-03-02T09:00:00.501Z' })).not.toBe(storedDigest(fact));
  });

  it('is signed, so that anybody can check it, and is the same each time', async () => {
    const key = await newSigningKey();
    const service = new ReceiptService(new Ed25519StatementSigner(key));
    const jws = await service.issue([fact]);
    const [head = '', body = '', signature = ''] = jws.split('.');
    const publicKey = createPublicKey({ key: { ...key.publicJwk }, format: 'jwk' });
    expect(verify(null, Buffer.from(`${head}.${body}`), publicKey, Buffer.from(signature, 'base64url'))).toBe(
      true,
    );
    expect(told(head)).toEqual({ alg: 'EdDSA', kid: key.kid, typ: 'ibex-receipt+jwt' });
    expect(told(body)).toEqual(receiptOf([fact]));
    expect(await service.issue([fact])).toBe(jws);
  });

  it('is none where nothing was recorded', async () => {
    const service = new ReceiptService(new Ed25519StatementSigner(await newSigningKey()));
    expect(await service.issue([])).toBe('');
    expect(() => receiptOf([])).toThrow('at least one fact');
  });
});
