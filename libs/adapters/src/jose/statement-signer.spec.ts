import { compactVerify, createLocalJWKSet } from 'jose';
import { newSigningKey } from './signing-key';
import { Ed25519StatementSigner } from './statement-signer';

const statement = { authority: 'E09000012', note: 'naïve – “quoted”' };

describe('signed statements', () => {
  it('are verified by anybody who has the published keys', async () => {
    const signer = new Ed25519StatementSigner(await newSigningKey());
    const keys = createLocalJWKSet(JSON.parse(JSON.stringify(await signer.jwks())) as { keys: [] });
    const jws = await signer.sign(statement, 'ibex-receipt+jwt');
    const { payload, protectedHeader } = await compactVerify(jws, keys);
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(statement);
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'ibex-receipt+jwt' });
  });

  it('are the same for the same statement', async () => {
    const signer = new Ed25519StatementSigner(await newSigningKey());
    expect(await signer.sign(statement, 'a')).toBe(await signer.sign(statement, 'a'));
    expect(await signer.sign(statement, 'a')).not.toBe(await signer.sign(statement, 'b'));
  });

  it('stay verifiable after a change of key', async () => {
    const former = await newSigningKey();
    const old = await new Ed25519StatementSigner(former).sign(statement, 'a');
    const signer = new Ed25519StatementSigner(await newSigningKey(), [former.publicJwk]);
    const keys = createLocalJWKSet(JSON.parse(JSON.stringify(await signer.jwks())) as { keys: [] });
    await expect(compactVerify(old, keys)).resolves.toBeDefined();
  });

  it('publish no private part of a key', async () => {
    const { keys } = await new Ed25519StatementSigner(await newSigningKey()).jwks();
    expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  });
});
