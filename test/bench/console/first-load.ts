import type { Agent } from '../../console/support/agent';

export type FirstLoad = Readonly<{ page: number; styles: number; scripts: number }>;

/** Bytes as they come over the line. */
const sizeOf = async (agent: Agent, path: string): Promise<number> => {
  const answer = await agent.once(path, { headers: { accept: '*/*', 'accept-encoding': 'gzip' } });
  const { byteLength } = await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path} answered ${String(answer.status)}`);
  if (answer.headers.get('content-encoding') !== 'gzip') throw new Error(`${path} came uncompressed`);
  return byteLength;
};

const textAt = async (agent: Agent, path: string): Promise<string> => (await agent.once(path)).text();

/** With what a script imports before it runs, and what that imports. */
const withImports = async (agent: Agent, scripts: readonly string[]): Promise<readonly string[]> => {
  const all = new Set(scripts);
  // a set that grows while it is gone through is gone through to its new end
  for (const path of all) {
    const text = await textAt(agent, path);
    for (const [, name = ''] of text.matchAll(/\b(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      all.add(new URL(name, new URL(path, agent.origin)).pathname);
  }
  return [...all];
};

const summed = async (agent: Agent, paths: readonly string[]): Promise<number> => {
  let bytes = 0;
  for (const path of paths) bytes += await sizeOf(agent, path);
  return bytes;
};

/** What a browser that has been nowhere yet loads of a page: itself, styles and scripts; compressed bytes. */
export const firstLoadOf = async (agent: Agent, path: string): Promise<FirstLoad> => {
  const { html } = await agent.get(path);
  const styles = [...html.matchAll(/<link\b[^>]*\bhref="([^"]+\.css)"/g)].map(([, href = '']) => href);
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+\.js)"/g)].map(([, src = '']) => src);
  if (styles.length === 0 || scripts.length === 0) throw new Error(`${path} has no styles or no scripts`);
  return {
    page: await sizeOf(agent, path),
    styles: await summed(agent, styles),
    scripts: await summed(agent, await withImports(agent, scripts)),
  };
};
