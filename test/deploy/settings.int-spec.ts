import { filesIn, knownSettings, settingsIn, textOf } from './deploy-files';

const known = knownSettings();
const strangersIn = (text: string): readonly string[] => settingsIn(text).filter((name) => !known.has(name));

/** Names that look like settings and are none: template names of the chart would be here if there were any. */
const written = [
  ...filesIn('deploy/helm/ibex', '.yaml'),
  ...filesIn('deploy/helm/ibex', '.tpl'),
  ...['deploy/Dockerfile', 'deploy/runbook.md', 'docker-compose.yml', 'deploy/compose.exchange.yml'],
];

describe('the settings', () => {
  it('are found in the code', () => {
    expect(known.size).toBeGreaterThan(30);
    expect([...known]).toEqual(
      expect.arrayContaining(['NODE_ENV', 'IBEX_KAFKA_BROKERS', 'IBEX_POSTGRES', 'IBEX_URL']),
    );
  });

  it('are all in .env.example, each once, and nothing else is', () => {
    const names = Array.from(textOf('.env.example').matchAll(/^([A-Z_]+)=/gm), ([, name]) => name);
    expect([...names].sort()).toEqual([...known].sort());
  });

  it('each have a word of explanation before them', () => {
    const blocks = textOf('.env.example').split(/\n(?=#)/);
    const unexplained = blocks.filter((block) => /^[A-Z_]+=/m.test(block) && !block.startsWith('#'));
    expect(unexplained).toEqual([]);
  });

  it.each(written)('named in %s are read by an app', (file) => {
    // of the script that makes roles in the database
    expect(strangersIn(textOf(file)).filter((name) => name !== 'IBEX_PASSWORD_FILE')).toEqual([]);
  });

  it('that nobody reads are noticed', () => {
    expect(strangersIn('IBEX_PORT IBEX_PROT')).toEqual(['IBEX_PROT']);
  });

  it('hold no secret in .env.example', () => {
    const secrets = /^[A-Z_]*(?:PASSWORD|SECRET|KEY)[A-Z_]*=(.+)$/gm;
    expect(Array.from(textOf('.env.example').matchAll(secrets), ([line]) => line)).toEqual([]);
  });
});
