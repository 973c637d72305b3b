import type { Operation } from '../../core/operation.ts';
import { dayOf } from '../../core/period/recent.ts';
import { PLAIN_VIEW, type Request } from '../../core/request.ts';
import type { Report } from '../../reports/report.ts';

/** A report of an operation's day, all of it and as it shows by itself. */
export function todaysRequest({ id, endpoint }: Report, operation: Operation, now: number): Request {
  return {
    report: id,
    operation: operation.id,
    period: dayOf(now, operation.zone),
    campaign: endpoint.takesCampaign ? 'all' : null,
    view: PLAIN_VIEW,
  };
}
