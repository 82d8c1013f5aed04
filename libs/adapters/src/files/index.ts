export { FileDrop } from './file-drop';
export type { FileDropOptions } from './file-drop';
export { FilesModule } from './files.module';
