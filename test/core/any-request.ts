import fc from 'fast-check';
import { REPORT_IDS, type Request } from '../../src/core/request.ts';
import { anyPeriod } from './period/any-period.ts';

const anyName = fc.string({ unit: 'binary', minLength: 1, maxLength: 50 });

export const anyRequest: fc.Arbitrary<Request> = fc.record({
  report: fc.constantFrom(...REPORT_IDS),
  operation: anyName,
  period: anyPeriod,
  campaign: fc.option(anyName),
  view: fc.record({
    top: fc.option(fc.integer({ min: 1, max: 100 })),
    by: fc.option(fc.constantFrom('calls', 'cost')),
    versus: fc.option(fc.constantFrom('usual', 'previous')),
  }),
});
