/** A Salesforce error on its way out: HTTP status and the body exactly as sent. */
export class ApiFault extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    super(`${status} ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
  }
}

/** The usual shape: an array of one. `fields` is left out where Salesforce leaves it out. */
export function fault(
  status: number,
  errorCode: string,
  message: string,
  fields?: readonly string[],
): ApiFault {
  return new ApiFault(status, [fields ? { message, errorCode, fields } : { message, errorCode }]);
}

export function notFound(): ApiFault {
  return new ApiFault(404, [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]);
}

/** UI API's answer to a refused save. */
export function recordFault(cause: ApiFault): ApiFault {
  const [first] = cause.body as { errorCode: string; message: string; fields?: string[] }[];
  const fieldErrors = Object.fromEntries(
    (first?.fields ?? []).map((name) => [
      name,
      [
        {
          constituentField: null,
          duplicateRecordError: null,
          errorCode: first?.errorCode,
          field: name,
          fieldLabel: name,
          message: first?.message,
        },
      ],
    ]),
  );
  const general = Object.keys(fieldErrors).length
    ? []
    : [{ errorCode: first?.errorCode, field: null, message: first?.message }];
  return new ApiFault(cause.status, {
    message: 'An error occurred while trying to update the record. Please try again.',
    statusCode: cause.status,
    enhancedErrorType: 'RecordError',
    output: { errors: general, fieldErrors },
  });
}
