/** The sample reference's description, sent by its form and by cURL. Others: `tests/field/slow/try-it-curl.test.ts`. */
import path from 'node:path';
import { project } from '../phyllite.ts';
import { everyOperation } from './try-curl.ts';

everyOperation('restdb', path.join(project, 'content/openapi.yaml'));
