// Suites with real servers and processes wait for conditions, not for times: on a busy machine five seconds are not enough.
jest.setTimeout(60_000);
