export * from './import-fault';
export * from './exchange/exchange-client.port';
export * from './report/refusal';
export * from './report/import-report';
export * from './ssda903/import-ssda903';
