import { newSigningKey } from './signing-key';
import { Ed25519StatementSigner } from './statement-signer';
import { StatementVerifier } from './statement-verifier';

const TYP = 'ibex-receipt+jwt';
const RECEIPT = { version: 1, commandId: 'c-1' };

describe('a signed statement', () => {
  it('holds under the keys that were published, also under a former one', async () => {
    const [former, now] = [await newSigningKey(), await newSigningKey()];
    const old = await new Ed25519StatementSigner(former).sign(RECEIPT, TYP);
    const signer = new Ed25519StatementSigner(now, [former.publicJwk]);
    const verifier = new StatementVerifier(await signer.jwks());
    expect(await verifier.verify(old, TYP)).toEqual(RECEIPT);
    expect(await verifier.verify(await signer.sign(RECEIPT, TYP), TYP)).toEqual(RECEIPT);
  });

  it.each([
    [
      'another key',
      'unknown-key',
      async () => new Ed25519StatementSigner(await newSigningKey()).sign(RECEIPT, TYP),
    ],
    [
      'another kind of statement',
      'another-kind',
      (signer: Ed25519StatementSigner) => signer.sign(RECEIPT, 'at+jwt'),
    ],
    [
      'a changed content',
      'not-signed',
      async (signer: Ed25519StatementSigner) => {
        const [head, , signature] = (await signer.sign(RECEIPT, TYP)).split('.');
        const body = Buffer.from(JSON.stringify({ ...RECEIPT, commandId: 'c-2' })).toString('base64url');
        return [head, body, signature].join('.');
      },
    ],
    [
      'no signature at all',
      'not-signed',
      () => {
        const head = Buffer.from(JSON.stringify({ alg: 'none', typ: TYP })).toString('base64url');
        return Promise.resolve(`${head}.${Buffer.from('{}').toString('base64url')}.`);
      },
    ],
  ])('does not hold with %s', async (_, fault, make) => {
    const signer = new Ed25519StatementSigner(await newSigningKey());
    const verifier = new StatementVerifier(await signer.jwks());
    await expect(verifier.verify(await make(signer), TYP)).rejects.toMatchObject({
      code: 'statement/not-valid',
      fault,
    });
  });
});
