import { newEd25519Secret, newHmacSecret, toWebhookSecret } from '@ibex/adapters/webhook';

/** Signing secrets, one a line, in the order in which they follow each other; # begins a remark. Never quotes one. */
export const toSecrets = (text: string): readonly string[] => {
  const secrets = text
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line !== '');
  if (secrets.length === 0) throw new Error('the file of secrets holds none');
  // throws for what cannot sign
  secrets.forEach(toWebhookSecret);
  return secrets;
};

export type SecretSet = Readonly<{ file: string; forReceiver: readonly string[] }>;

/** Fresh secrets for one trial: two of HMAC, two of Ed25519, and what the receiver is to hold of each. */
export const newSecretSet = (): SecretSet => {
  const [first, second] = [newHmacSecret(), newHmacSecret()];
  const [third, fourth] = [newEd25519Secret(), newEd25519Secret()];
  return {
    file: `${[first, second, third.secret, fourth.secret].join('\n')}\n`,
    forReceiver: [first, second, third.publicKey, fourth.publicKey],
  };
};
