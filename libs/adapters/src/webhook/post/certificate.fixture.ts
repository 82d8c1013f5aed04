import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Certificate = Readonly<{ keyFile: string; certFile: string; remove: () => void }>;

/** A key and a certificate of its own for a host, in a folder that is there until they are removed. */
export const certificateFor = (host: string): Certificate => {
  const folder = mkdtempSync(join(tmpdir(), 'ibex-webhook-'));
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', keyFile];
  execFileSync('openssl', ['req', '-x509', '-days', '2', ...key, '-out', certFile, ...subject], {
    stdio: 'ignore',
  });
  return { keyFile, certFile, remove: () => rmSync(folder, { recursive: true }) };
};
