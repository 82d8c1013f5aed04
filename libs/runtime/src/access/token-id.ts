/** A verified bearer token’s own id (`jti`, RFC 7519 4.1.7); undefined where it has none, or is no JWT. */
export const tokenIdOf = (authorization: unknown): string | undefined => {
  const payload = typeof authorization === 'string' ? authorization.split('.')[1] : undefined;
  if (payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    if (typeof claims !== 'object' || claims === null || !('jti' in claims)) return undefined;
    return typeof claims.jti === 'string' ? claims.jti : undefined;
  } catch {
    // no JWT: an opaque token has no id to be known by
    return undefined;
  }
};
