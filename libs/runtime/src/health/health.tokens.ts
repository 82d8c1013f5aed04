/** True in a process that goes on answering from its views while the log is away. */
export const READY_WITHOUT_LOG = Symbol('ReadyWithoutLog');
