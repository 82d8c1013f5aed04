import { generateKeyPairSync } from 'node:crypto';
import { trialAccounts } from './trial-accounts';
import { TrialProvider } from './trial-provider';

const accounts = trialAccounts([{ gss: 'E09000007', name: 'Camden' }]);
const options = {
  ...{ accounts, origins: [], key: { kid: 'k', privateKey: generateKeyPairSync('ed25519').privateKey } },
  client: {
    clientId: 'c',
    clientSecret: 's',
    logoutUrl: 'http://127.0.0.1:1/console/back-channel-logout/trial',
  },
};

describe('the provider of trial accounts', () => {
  it('refuses to exist in production', () => {
    const refusal = (): unknown => {
      try {
        return new TrialProvider({ ...options, production: true });
      } catch (fault) {
        return fault;
      }
    };
    expect(refusal()).toMatchObject({ code: 'sign-in/trial-only' });
    expect(new TrialProvider({ ...options, production: false })).toBeInstanceOf(TrialProvider);
  });

  it('has one account per role of people, under a name that tells nothing and stays the same', () => {
    expect(accounts.map(({ role }) => role)).toEqual([
      ...['duty-desk', 'placing-practitioner', 'mash', 'governance', 'operator'],
    ]);
    expect(accounts.map(({ hint }) => /^trial-[0-9a-f]{20}$/.test(hint))).toEqual(accounts.map(() => true));
    expect(trialAccounts([{ gss: 'E09000007', name: 'Camden' }])).toEqual(accounts);
  });
});
