export { AccessModule } from './access.module';
export { LogAccessPolicy } from './policy/log-access-policy';
