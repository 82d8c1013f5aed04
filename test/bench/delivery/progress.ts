/** For people; figures go to the standard output. */
export const say = (line: string): void => void process.stderr.write(`  ${line}\n`);

export const inMs = (ms: number): string => `${ms.toFixed(1)} ms`;
