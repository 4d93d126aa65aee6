/** Descriptions that others wrote, sent by their forms and by cURL. */
import path from 'node:path';
import { project } from '../../phyllite.ts';
import { everyOperation } from '../../site/try-curl.ts';

for (const name of ['redoc-demo', 'train-travel'])
  everyOperation(name, path.join(project, '../shared/openapi', name, 'openapi.yaml'));
