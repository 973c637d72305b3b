export type Reply =
  | { kind: 'rows'; rows: { count: number; each: Iterable<unknown> } }
  | { kind: 'refused'; status: number; error: string; msg: string }
  | { kind: 'page'; status: number; text: string };

function refused(status: number, error: string, msg: string): Reply {
  return { kind: 'refused', status, error, msg };
}

function page(status: number, title: string, text: string): Reply {
  const body = `<html><head><title>${status} ${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;
  return { kind: 'page', status, text: `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n${body}\n` };
}

export const tokenMissing = refused(401, 'UNAUTHORIZED', 'PLEASE ENTER THE WOLKVOX-TOKEN');
export const tokenWrong = refused(403, 'FORBIDDEN', 'PLEASE VALIDATE TOKEN');
export const quotaUsedUp = refused(403, 'FORBIDDEN', 'TOKEN LIMIT EXCEEDED');
export const maintenance = refused(403, 'FORBIDDEN', 'API CONSUMPTION IS TEMPORARILY DISABLED, SERVER IN MAINTENANCE');
export const nothingFound = refused(404, 'NOT FOUND', 'Validate dates entered');
export const unknownApi = refused(400, 'BAD REQUEST', 'THE API YOU WANT TO CONSULT DOES NOT EXIST');
export const parametersMissing = refused(400, 'BAD REQUEST', 'SOME PARAMETERS ARE REQUIRED');
export const serverError = refused(500, 'INTERNAL SERVER ERROR', 'AN ERROR OCCURRED');

// No source shows what wolkvox answers to malformed dates, ranges over 31 days or over 60,000 rows:
// 400 and 416 are assumed, in the family its other APIs use.
export const malformedDates = refused(400, 'BAD REQUEST', 'VALIDATE THE FORMAT OF THE DATES (YYYYmmddHHiiss)');
export const datesReversed = refused(400, 'BAD REQUEST', 'DATE_END MUST BE GREATER THAN DATE_INI');
export const rangeTooLong = refused(416, 'RANGE NOT SATISFIABLE', 'THE MAXIMUM DATE RANGE IS 31 DAYS');
export const monthCrossed = refused(416, 'RANGE NOT SATISFIABLE', 'THE DATE RANGE MUST BE INSIDE ONE MONTH');

export function tooManyAtOnce(limit: number): Reply {
  return refused(403, 'FORBIDDEN', `EXCEEDS THE LIMIT OF SIMULTANEOUS REQUESTS PER TOKEN (${limit})`);
}

export function tooManyRows(limit: number): Reply {
  return refused(416, 'RANGE NOT SATISFIABLE', `THE MAXIMUM NUMBER OF ROWS IS ${limit}`);
}

export const wrongFile = page(404, 'Not Found', 'The requested URL was not found on this server.');
export const wrongMethod = page(405, 'Method Not Allowed', 'The requested method is not allowed for this URL.');
export const badGateway = page(
  502,
  'Bad Gateway',
  'The proxy server received an invalid response from an upstream server.',
);
export const gatewayTimeout = page(
  504,
  'Gateway Timeout',
  'The gateway did not receive a timely response from the upstream server.',
);
export const notJson: Reply = {
  kind: 'page',
  status: 200,
  text: 'Warning: mysqli::query(): MySQL server has gone away',
};
