// Writes ibex-realm.json, the development realm: three authorities, each with a case system and people for the roles.
// Run: node deploy/keycloak/make-realm.mjs. The passwords and secrets in it are for tests only and are named so.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const AUTHORITIES = { camden: 'E09000007', croydon: 'E09000008', hackney: 'E09000012' };
const DESKS = {
  placements: ['placing-practitioner'],
  'duty-desk': ['duty-desk'],
  mash: ['mash'],
  governance: ['governance'],
};
const ROLES = ['placing-practitioner', 'duty-desk', 'mash', 'system-client', 'governance', 'operator'];

const mapper = (name, protocolMapper, config) => ({
  name,
  protocol: 'openid-connect',
  protocolMapper,
  config: { 'access.token.claim': 'true', 'id.token.claim': 'false', ...config },
});
/** The claims that IBEX reads: authority, roles, and itself as the audience. `sub` is Keycloak's own opaque id. */
const claims = [
  mapper('authority', 'oidc-usermodel-attribute-mapper', {
    'user.attribute': 'authority',
    'claim.name': 'authority',
    'jsonType.label': 'String',
  }),
  mapper('roles', 'oidc-usermodel-realm-role-mapper', {
    'claim.name': 'roles',
    'jsonType.label': 'String',
    multivalued: 'true',
  }),
  mapper('audience', 'oidc-audience-mapper', { 'included.custom.audience': 'ibex' }),
];
const client = (clientId, more) => ({
  clientId,
  enabled: true,
  protocol: 'openid-connect',
  standardFlowEnabled: false,
  implicitFlowEnabled: false,
  directAccessGrantsEnabled: false,
  fullScopeAllowed: true,
  attributes: { 'access.token.signed.response.alg': 'ES256' },
  // `basic` brings `sub`; names and addresses of people stay out of the tokens
  defaultClientScopes: ['basic'],
  optionalClientScopes: [],
  protocolMappers: claims,
  ...more,
});
const systemOf = (name) =>
  client(`${name}-case-system`, { serviceAccountsEnabled: true, secret: `test-only-${name}-case-system` });

/**
 * The pages for people: code flow with PKCE, one exact address to come back to, refresh tokens. Whoever ends a log-in here
 * is told to the console behind the browser's back, through the gateway as from outside.
 */
const CONSOLE = 'http://127.0.0.1:8033/console';
const consoleClient = client('ibex-console', {
  name: 'IBEX',
  standardFlowEnabled: true,
  secret: 'test-only-ibex-console',
  redirectUris: [`${CONSOLE}/sign-in/callback`],
  webOrigins: [],
  attributes: {
    'access.token.signed.response.alg': 'ES256',
    'id.token.signed.response.alg': 'ES256',
    'pkce.code.challenge.method': 'S256',
    'post.logout.redirect.uris': `${CONSOLE}/signed-out`,
    'backchannel.logout.url': 'http://gateway:8080/console/back-channel-logout/keycloak',
    'backchannel.logout.session.required': 'true',
    'use.refresh.tokens': 'true',
  },
});

const attributes = (gss) => ({ authority: [gss] });
const serviceAccount = (name, gss) => ({
  username: `service-account-${name}-case-system`,
  enabled: true,
  serviceAccountClientId: `${name}-case-system`,
  attributes: attributes(gss),
  realmRoles: ['system-client'],
});
const person = (username, gss, realmRoles) => ({
  username,
  enabled: true,
  emailVerified: true,
  // placeholders: Keycloak does not let people in whose profile has no name
  email: `${username}@test.invalid`,
  firstName: 'Test',
  lastName: 'Only',
  attributes: attributes(gss),
  realmRoles,
  credentials: [{ type: 'password', value: `test-only-${username}`, temporary: false }],
});
const peopleOf = ([name, gss]) =>
  Object.entries(DESKS).map(([desk, roles]) => person(`${name}-${desk}`, gss, roles));

/** Only an administrator says which authority somebody belongs to: a person who could would read another's children. */
const profile = {
  attributes: [
    ...['username', 'email', 'firstName', 'lastName'].map((name) => ({
      name,
      permissions: { view: ['admin', 'user'], edit: ['admin'] },
    })),
    {
      name: 'authority',
      displayName: 'GSS code of the authority',
      validations: { pattern: { pattern: '^E(06|07|08|09|10)[0-9]{6}$', 'error-message': 'a GSS code' } },
      permissions: { view: ['admin', 'user'], edit: ['admin'] },
    },
  ],
};
const key = (name, providerId, config = {}) => ({
  name,
  providerId,
  config: { priority: ['100'], ...config },
});

const realm = {
  realm: 'ibex',
  displayName: 'IBEX (development: passwords are for tests only)',
  enabled: true,
  sslRequired: 'all',
  registrationAllowed: false,
  resetPasswordAllowed: false,
  rememberMe: false,
  bruteForceProtected: true,
  accessTokenLifespan: 300,
  defaultSignatureAlgorithm: 'ES256',
  roles: { realm: ROLES.map((name) => ({ name })) },
  clients: [
    ...Object.keys(AUTHORITIES).map(systemOf),
    // passwords straight to the token endpoint: for trying out by curl
    consoleClient,
    client('ibex-desk', { publicClient: true, directAccessGrantsEnabled: true }),
  ],
  users: [
    ...Object.entries(AUTHORITIES).map(([name, gss]) => serviceAccount(name, gss)),
    ...Object.entries(AUTHORITIES).flatMap(peopleOf),
    person('operator', 'E09000007', ['operator']),
  ],
  components: {
    'org.keycloak.keys.KeyProvider': [
      key('signing', 'ecdsa-generated', { ecdsaEllipticCurveKey: ['P-256'] }),
      key('own-tokens', 'hmac-generated', { algorithm: ['HS512'] }),
      key('own-cookies', 'aes-generated'),
    ],
    'org.keycloak.userprofile.UserProfileProvider': [
      {
        providerId: 'declarative-user-profile',
        config: { 'kc.user.profile.config': [JSON.stringify(profile)] },
      },
    ],
  },
};

const folder = dirname(fileURLToPath(import.meta.url));
writeFileSync(join(folder, 'ibex-realm.json'), `${JSON.stringify(realm, null, 2)}\n`);
