import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRequest, encodeRequest, requestSchema } from '../../src/core/request-code.ts';
import { PLAIN_VIEW, type Request } from '../../src/core/request.ts';
import { anyRequest } from './any-request.ts';

const REQUEST: Request = {
  report: 'agents',
  operation: 'bogota',
  period: { kind: 'day', date: '2026-11-19' },
  campaign: null,
  view: { ...PLAIN_VIEW, top: 5, by: 'cost' },
};

describe('a request as a button carries it', () => {
  it('comes back as it was, and fits', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const text = encodeRequest(request);
        expect(text.length).toBeLessThanOrEqual(2_000);
        expect(decodeRequest(text)).toEqual(request);
      }),
    );
  });

  it('is short', () => {
    expect(encodeRequest(REQUEST).length).toBeLessThan(100);
  });

  it('is nothing where the text is garbage, of another version, or of a request that cannot be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeRequest(text)).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(decodeRequest(text)).toBeNull();
      }),
    );
    const text = encodeRequest(REQUEST);
    expect(decodeRequest(text.replace('[1,', '[2,'))).toBeNull();
    expect(decodeRequest(text.replace('2026-11-19', '2026-11-31'))).toBeNull();
    expect(decodeRequest(text.replace('agents', 'agentz'))).toBeNull();
    expect(decodeRequest(text.slice(0, -1))).toBeNull();
  });

  it('refuses a campaign or an operation without a name', () => {
    expect(requestSchema.safeParse({ ...REQUEST, operation: '' }).success).toBe(false);
    expect(requestSchema.safeParse({ ...REQUEST, campaign: '' }).success).toBe(false);
  });
});
