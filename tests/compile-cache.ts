/** Loaded before each test file: what one file has compiled, the others need not. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';

enableCompileCache(path.join(import.meta.dirname, '../node_modules/.cache/tests'));
