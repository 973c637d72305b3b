import { assertNever } from '../../core/errors.ts';
import type { Operation } from '../../core/operation.ts';
import type { ReportId } from '../../core/request.ts';
import type { WolkvoxQuestion } from '../../ports.ts';
import type { Endpoint } from '../../reports/report.ts';
import { stampsOf } from './stamp.ts';

export type EndpointOf = (report: ReportId) => Endpoint;

/** The path and query under the server's address that a question is asked at; the token is not in it. */
export function targetOf(question: WolkvoxQuestion, operation: Operation, endpointOf: EndpointOf): string {
  switch (question.kind) {
    case 'report': {
      const { file, api, dated, takesCampaign } = endpointOf(question.report);
      const query = new URLSearchParams({ api });
      if (takesCampaign) query.set('campaign_id', question.campaign ?? 'all');
      if (dated) {
        const { ini, end } = stampsOf(question.window, operation.zone);
        query.set('date_ini', ini);
        query.set('date_end', end);
      }
      return `/api/v2/${file}?${query.toString()}`;
    }
    case 'catalogue':
      return `/api/v2/information.php?api=${question.catalogue}`;
    case 'quota':
      return '/api/v2/information.php?api=token_info';
    case 'services':
      return '/api/v2/information.php?api=services';
    default:
      return assertNever(question);
  }
}
