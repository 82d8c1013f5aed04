type Named = Readonly<{ id: string }>;
type Client = Named & Readonly<{ attributes: object }>;

const MASTER = '/realms/master/protocol/openid-connect/token';

/** What whoever runs a Keycloak can do by its administrators’ API, in the realm `ibex`. */
export class KeycloakAdmin {
  constructor(
    private readonly url: string,
    private readonly password: string,
  ) {}

  /** Log-ins of somebody that stand now. */
  async logInsOf(username: string): Promise<readonly string[]> {
    const sessions = await this.ask<readonly Named[]>('GET', `/users/${await this.idOf(username)}/sessions`);
    return sessions.map(({ id }) => id);
  }

  /** Ends every log-in of somebody, as an administrator does who has been told to. */
  async endLogInsOf(username: string): Promise<void> {
    for (const id of await this.logInsOf(username)) await this.ask('DELETE', `/sessions/${id}`);
  }

  /** A person with a password and an authority, in whatever roles. */
  async add(username: string, authority: string, password: string): Promise<void> {
    await this.ask('POST', '/users', {
      ...{ username, enabled: true, email: `${username}@test.invalid`, emailVerified: true },
      ...{ firstName: 'Test', lastName: 'Only', attributes: { authority: [authority] } },
      credentials: [{ type: 'password', value: password, temporary: false }],
    });
  }

  /** Somebody who may sign in no more. */
  async shutOut(username: string): Promise<void> {
    const id = await this.idOf(username);
    const user = await this.ask<object>('GET', `/users/${id}`);
    await this.ask('PUT', `/users/${id}`, { ...user, enabled: false });
  }

  /** For how long access tokens of the console are good from now on. */
  async letTokensLast(seconds: number): Promise<void> {
    const [client] = await this.ask<readonly Client[]>('GET', '/clients?clientId=ibex-console');
    if (!client) throw new Error('there is no client ibex-console');
    const attributes = { ...client.attributes, 'access.token.lifespan': String(seconds) };
    await this.ask('PUT', `/clients/${client.id}`, { ...client, attributes });
  }

  /** How often something happened, e.g. `REFRESH_TOKEN`. */
  async events(type: string): Promise<number> {
    return (await this.ask<readonly object[]>('GET', `/events?type=${type}&max=1000`)).length;
  }

  private async idOf(username: string): Promise<string> {
    const [user] = await this.ask<readonly Named[]>('GET', `/users?exact=true&username=${username}`);
    if (!user) throw new Error(`there is no ${username}`);
    return user.id;
  }

  private async ask<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(`${this.url}/admin/realms/ibex${path}`, {
      method,
      headers: { authorization: `Bearer ${await this.token()}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    const text = await answer.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  private async token(): Promise<string> {
    const body = new URLSearchParams({
      ...{ grant_type: 'password', client_id: 'admin-cli', username: 'admin', password: this.password },
    });
    const answer = await fetch(`${this.url}${MASTER}`, { method: 'POST', body });
    const { access_token: token } = (await answer.json()) as { access_token?: string };
    if (token === undefined) throw new Error(`no administrator’s token: ${answer.status}`);
    return token;
  }
}
