import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { settingsIn } from './deploy-files';

export type Service = Readonly<{
  image?: string;
  build?: Readonly<{ context: string; dockerfile: string }>;
  command?: readonly string[] | string;
  user?: string;
  ports?: readonly string[];
  volumes?: readonly string[];
  networks?: readonly string[];
  tmpfs?: readonly string[];
  network_mode?: string;
  environment?: Readonly<Record<string, string>>;
  read_only?: boolean;
  privileged?: boolean;
  cap_drop?: readonly string[];
  security_opt?: readonly string[];
  restart?: string;
  healthcheck?: Readonly<{ test?: readonly string[]; disable?: boolean }>;
  depends_on?: Readonly<Record<string, Readonly<{ condition: string }>>>;
}>;
export type Compose = Readonly<{
  services: Readonly<Record<string, Service>>;
  volumes?: Readonly<Record<string, unknown>>;
  networks?: Readonly<Record<string, unknown>>;
}>;

type Context = Readonly<{ compose: Compose; folder: string; settings: ReadonlySet<string> }>;
type Rule = (service: Service, context: Context) => readonly string[];

/** Services whose image has to write outside its volumes, with the reason in the file. */
const MAY_WRITE: ReadonlySet<string> = new Set(['keycloak']);
/** The three that people reach. */
export const PUBLISHED = ['gateway', 'grafana', 'keycloak'];

const isOnce = ({ restart }: Service): boolean => restart === 'no';
const sourceOf = (volume: string): string => volume.split(':')[0] ?? '';
const isFile = (source: string): boolean => source.startsWith('.');

const image: Rule = ({ image: name = '' }) => {
  const [, tag] = /:([^:/@]+)(?:@|$)/.exec(name) ?? [];
  if (tag === undefined) return ['names no version of its image'];
  return /\d+\.\d+/.test(tag) && tag !== 'latest' ? [] : [`takes whatever ${name} is today`];
};
const hardened: Rule = (service) => [
  ...(service.cap_drop?.includes('ALL') === true ? [] : ['keeps capabilities']),
  ...(service.security_opt?.includes('no-new-privileges:true') === true ? [] : ['may gain privileges']),
  ...(service.privileged === true ? ['is privileged'] : []),
];
const ports: Rule = ({ ports: published = [] }) =>
  published.flatMap((port) =>
    port.startsWith('127.0.0.1:') ? [] : [`publishes ${port} beyond this machine`],
  );
const volumes: Rule = ({ volumes: mounted = [] }, { compose, folder }) =>
  mounted.flatMap((volume) => {
    const source = sourceOf(volume);
    if (/docker\.sock/.test(source)) return ['holds the machine’s own socket'];
    if (!isFile(source))
      return Object.hasOwn(compose.volumes ?? {}, source) ? [] : [`mounts no volume ${source}`];
    const faults = existsSync(resolve(folder, source)) ? [] : [`mounts ${source}, which is not there`];
    return volume.endsWith(':ro') ? faults : [...faults, `may change ${source}`];
  });
const dependencies: Rule = ({ depends_on: needed = {} }, { compose }) =>
  Object.entries(needed).flatMap(([name, { condition }]) => {
    const other = compose.services[name];
    if (!other) return [`waits for ${name}, which is not there`];
    const wanted = isOnce(other) ? 'service_completed_successfully' : 'service_healthy';
    return condition === wanted ? [] : [`waits for ${name} by ${condition}`];
  });
const health: Rule = (service) =>
  isOnce(service) || (service.healthcheck?.test ?? []).length > 1 ? [] : ['has no health check'];
const environment: Rule = ({ environment: set = {} }, { settings }) =>
  Object.entries(set).flatMap(([name, value]) => [
    ...settingsIn(name).flatMap((each) => (settings.has(each) ? [] : [`sets ${each}, which nobody reads`])),
    ...(/PASSWORD|SECRET/.test(name) && !/^\/run\/secrets-/.test(value) ? [`holds a secret in ${name}`] : []),
  ]);
const networks: Rule = ({ networks: joined = [] }, { compose }) =>
  joined.flatMap((name) => (Object.hasOwn(compose.networks ?? {}, name) ? [] : [`joins no network ${name}`]));
/** Who shares another's place in the network has none of their own, and is there after the other. */
const place: Rule = (service) => {
  const {
    network_mode: mode = 'none',
    networks: joined,
    ports: published,
    depends_on: needed = {},
  } = service;
  if (mode === 'none') return [];
  if (!Object.keys(needed).some((host) => mode === `service:${host}`))
    return [`shares ${mode} without waiting for it`];
  return (joined ?? published) ? [`shares ${mode} and has networks or ports of its own`] : [];
};
const program: Rule = ({ command, image: name = '' }, { folder }) => {
  if (!name.startsWith('ibex:')) return [];
  const main = (Array.isArray(command) ? String(command[0]) : '').replace(/^dist\/(.*)\.js$/, '$1.ts');
  const root = existsSync(resolve(folder, 'package.json')) ? folder : resolve(folder, '..');
  return existsSync(resolve(root, main)) && main !== '' ? [] : [`starts ${main}, which is not there`];
};

const RULES: readonly Rule[] = [
  ...[image, hardened, ports, volumes, dependencies],
  ...[health, environment, networks, place, program],
];

const writable = (name: string, { read_only: readOnly }: Service): readonly string[] =>
  readOnly === true || MAY_WRITE.has(name) ? [] : ['may write to its own root'];

/** What is wrong with a compose file, service by service; `folder` is where it stands. */
export const faultsOf = (
  compose: Compose,
  folder: string,
  settings: ReadonlySet<string>,
): readonly string[] =>
  Object.entries(compose.services).flatMap(([name, service]) =>
    [
      ...writable(name, service),
      ...RULES.flatMap((rule) => rule(service, { compose, folder, settings })),
    ].map((fault) => `${name} ${fault}`),
  );

export const publishedBy = ({ services }: Compose): readonly string[] =>
  Object.entries(services)
    .filter(([, { ports: published = [] }]) => published.length > 0)
    .map(([name]) => name)
    .sort();
