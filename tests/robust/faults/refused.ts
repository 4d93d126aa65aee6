/** Single steps of a build that the system refuses: at each phase, as if the disk were full just then. */
import type { FaultCase } from '../fault-lane.ts';
import { atStep, forgetFrames } from './killed.ts';

const refused: [step: string, ends: FaultCase['ends']][] = [
  ['make beside 1', 'fails'],
  ['make beside 2', 'fails'],
  ['make site 1', 'fails'],
  ['make site 2', 'fails'],
  ['make fragments 1', 'builds'],
  ['write fragments 1', 'builds'],
  ['rename fragments 1', 'builds'],
  ['write site 1', 'fails'],
  ['write site 5', 'fails'],
  ['link site 5', 'builds'],
  ['rename beside 1', 'fails'],
  ['rename beside 2', 'fails'],
  ['rename beside 3', 'fails'],
];

export const refusedSteps: FaultCase[] = [
  ...refused.map(([step, ends]): FaultCase => refusal(step, 'ENOSPC', ends)),
  refusal('write site 2', 'EDQUOT', 'fails'),
  refusal('write site 3', 'EIO', 'fails'),
  refusal('rename beside 2', 'EACCES', 'fails'),
  refusal('rename beside 3', 'EBUSY', 'fails'),
  {
    // Without what Astro compiles there is no page.
    name: 'ENOSPC when Astro has compiled',
    ends: 'fails',
    run(lane, out) {
      forgetFrames(lane);
      return lane.build('after', out, atStep('write frame 1', out, 'ENOSPC'));
    },
  },
];

function refusal(step: string, code: string, ends: FaultCase['ends']): FaultCase {
  return {
    name: `${code} at ${step}`,
    ends,
    run: (lane, out) => lane.build('after', out, atStep(step, out, code)),
  };
}
