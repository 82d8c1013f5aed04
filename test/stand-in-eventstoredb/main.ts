import { parseArgs } from 'node:util';
import { openControlPort, portOf } from './control-port';
import { StandIn } from './stand-in';
import type { TlsFiles } from './stand-in';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'control-port': { type: 'string', default: '0' },
    folder: { type: 'string' },
    'tls-cert': { type: 'string' },
    'tls-key': { type: 'string' },
    'tls-client-ca': { type: 'string' },
  },
});

const tlsFiles = (): TlsFiles | undefined => {
  const { 'tls-cert': certFile, 'tls-key': keyFile, 'tls-client-ca': clientCaFile } = values;
  if (certFile === undefined || keyFile === undefined) return undefined;
  return { certFile, keyFile, ...(clientCaFile === undefined ? {} : { clientCaFile }) };
};

/** Prints one line when it is ready: the connection string, and where faults are switched. */
const main = async (): Promise<void> => {
  const tls = tlsFiles();
  const standIn = await StandIn.start({
    port: Number(values.port),
    ...(values.folder === undefined ? {} : { folder: values.folder }),
    ...(tls ? { tls } : {}),
  });
  const control = await openControlPort(standIn, Number(values['control-port']));
  process.stdout.write(
    `stand-in for EventStoreDB: ${standIn.connectionString} control http://127.0.0.1:${portOf(control)}\n`,
  );
  const stop = (): void => {
    control.close();
    void standIn.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
};

void main();
