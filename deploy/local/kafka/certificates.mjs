// A certificate authority for one run: the broker's certificate, clients' certificates, and a stranger's that nobody trusts.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const openssl = (...args) => {
  const { status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl ${args[0]} failed (install the package openssl?): ${stderr}`);
};
const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

const authority = (folder, name) => {
  const files = { cert: join(folder, `${name}.pem`), key: join(folder, `${name}.key`) };
  const subject = ['-subj', `/CN=${name}`, '-days', '2'];
  openssl('req', '-x509', ...EC, ...subject, '-keyout', files.key, '-out', files.cert);
  return files;
};

const signed = (folder, name, by) => {
  const files = { cert: join(folder, `${name}.pem`), key: join(folder, `${name}.key`) };
  const request = join(folder, `${name}.csr`);
  const extensions = join(folder, `${name}.ext`);
  openssl('req', ...EC, '-subj', `/CN=${name}`, '-keyout', files.key, '-out', request);
  writeFileSync(extensions, 'subjectAltName=DNS:localhost,IP:127.0.0.1\n');
  const issuer = ['-CA', by.cert, '-CAkey', by.key, '-CAcreateserial', '-days', '2'];
  openssl('x509', '-req', '-in', request, ...issuer, '-extfile', extensions, '-out', files.cert);
  return files;
};

/** Files in PEM: `ca`, the broker's keystore, one pair per client name, and `stranger` of another authority. */
export const makeCertificates = (root, clients) => {
  const folder = join(root, 'certificates');
  mkdirSync(folder, { recursive: true });
  const ca = authority(folder, 'ibex-local-ca');
  const server = signed(folder, 'localhost', ca);
  const keystore = join(folder, 'broker.pem');
  writeFileSync(keystore, readFileSync(server.key, 'utf8') + readFileSync(server.cert, 'utf8'), {
    mode: 0o600,
  });
  return {
    ca: ca.cert,
    keystore,
    clients: Object.fromEntries(clients.map((name) => [name, signed(folder, name, ca)])),
    stranger: signed(folder, 'stranger', authority(folder, 'another-ca')),
  };
};
