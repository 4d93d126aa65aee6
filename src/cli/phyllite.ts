#!/usr/bin/env node
/**
 * The start of the command line (`main.ts`). Half of it is reading code, so Node is told first to
 * keep what it makes of that. What it keeps is checked against the code, and holds nothing of any
 * content.
 */
import { enableCompileCache } from 'node:module';
import { codeCache } from '../build/cache.ts';
import { project, urlMarks } from '../build/project.ts';

// Where Phyllite cannot work it writes nothing.
if (!urlMarks.test(project)) enableCompileCache(codeCache);
const { run } = await import('./main.ts');
process.exitCode = await run();
