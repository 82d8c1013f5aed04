import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Authority = Readonly<{ certFile: string; keyFile: string }>;

const openssl = (...args: readonly string[]): void => {
  try {
    execFileSync('openssl', args, { stdio: 'pipe' });
  } catch (error) {
    throw new Error('openssl is needed to make certificates for these specs: install it', { cause: error });
  }
};

/** A certificate authority of its own. */
export const newAuthority = (folder: string, name: string): Authority => {
  const certFile = join(folder, `${name}.crt`);
  const keyFile = join(folder, `${name}.key`);
  const self = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  openssl('req', ...self, '-subj', `/CN=${name}`, '-keyout', keyFile, '-out', certFile);
  return { certFile, keyFile };
};

/** A certificate signed by an authority, good for 127.0.0.1 and for a client of this name. */
export const newCertificate = (folder: string, name: string, authority: Authority): Authority => {
  const certFile = join(folder, `${name}.crt`);
  const keyFile = join(folder, `${name}.key`);
  const request = join(folder, `${name}.csr`);
  const extensions = join(folder, `${name}.ext`);
  writeFileSync(extensions, 'subjectAltName=IP:127.0.0.1\n');
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl('req', ...key, '-subj', `/CN=${name}`, '-keyout', keyFile, '-out', request);
  const signer = ['-CA', authority.certFile, '-CAkey', authority.keyFile, '-CAcreateserial', '-days', '2'];
  openssl('x509', '-req', '-in', request, ...signer, '-extfile', extensions, '-out', certFile);
  return { certFile, keyFile };
};
