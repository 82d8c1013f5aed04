import { newSecretSet, toSecrets } from './signing-secrets';

describe('secrets of a trial', () => {
  it('come in pairs to rotate between, with what the receiver is to hold of each', () => {
    const { file, forReceiver } = newSecretSet();
    expect(toSecrets(file).map((secret) => secret.split('_')[0])).toEqual(['whsec', 'whsec', 'whsk', 'whsk']);
    expect(forReceiver.map((key) => key.split('_')[0])).toEqual(['whsec', 'whsec', 'whpk', 'whpk']);
  });

  it('are read one a line, without remarks', () => {
    const [first = '', second = ''] = toSecrets(newSecretSet().file);
    expect(toSecrets(`# ours\n${first}  # in use\n\n${second}\n`)).toEqual([first, second]);
  });

  it.each(['', '# nothing\n', 'whsec_short\n', 'whpk_AAAA\n'])(
    'are refused without quoting them: %j',
    (text) => {
      expect(() => toSecrets(text)).toThrow(/^(the file of secrets holds none|a webhook secret begins with)/);
    },
  );
});
