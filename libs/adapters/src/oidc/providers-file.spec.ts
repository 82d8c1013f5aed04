import { parseProviders } from './providers-file';

const entry = {
  ...{ id: 'camden', name: 'Camden', issuer: 'https://login.example', clientId: 'ibex-console' },
  clientSecretFile: '/run/secrets/camden',
};
const inside = {
  metadataUrl: 'https://inside.example/.well-known/openid-configuration',
  jwksUrl: 'https://inside.example/keys',
};
const faultOf = (...entries: readonly object[]): string => {
  try {
    parseProviders(JSON.stringify(entries));
    return 'none';
  } catch (error) {
    return String(error);
  }
};

describe('the list of places to sign in', () => {
  it('takes what is needed, and addresses that only the console knows', () => {
    expect(faultOf(entry, { ...entry, ...inside, id: 'hackney' })).toBe('none');
  });

  it.each([
    [{ issuer: 'login' }, 'issuer must be an address'],
    [{ id: 'Camden' }, 'id must be small letters'],
    [{ id: 'trial' }, 'id must not be trial'],
    [{ scope: 'profile' }, 'scope must begin with openid'],
    [{ algorithm: 'HS256' }, 'algorithm must be'],
    [{ speaksAs: 'Camden' }, 'speaksAs must be a GSS code'],
    [{ roleNames: { x: 'king' } }, 'roleNames must lead to roles'],
    [{ clientSecret: 'x' }, 'there is no field clientSecret'],
    [{ clientSecretFile: '' }, 'lacks clientSecretFile'],
    [{ ...inside, jwksUrl: undefined }, 'metadataUrl and jwksUrl go together'],
    [{ ...inside, metadataUrl: undefined }, 'metadataUrl and jwksUrl go together'],
    [{ ...inside, jwksUrl: 'http://inside.example/keys' }, 'jwksUrl must be an https address'],
    [
      { ...inside, metadataUrl: 'http://inside.example/.well-known/x' },
      'metadataUrl must be an https address',
    ],
    [{ ...inside, metadataUrl: 'https://inside.example/x' }, 'metadataUrl must be an https address'],
  ])('does not take %j', (given, fault) => {
    expect(faultOf({ ...entry, ...given })).toContain(fault);
  });

  it('does not take an id twice', () => {
    expect(faultOf(entry, entry)).toContain('one id is there twice');
  });
});
