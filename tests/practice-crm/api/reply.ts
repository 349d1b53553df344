/** One parsed API call and its answer; no HTTP below this line. */
export interface ApiRequest {
  readonly method: string;
  /** Below `/services/data/vNN.N/`, without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface ApiReply {
  readonly status: number;
  /** undefined: an empty body, as after PATCH and DELETE. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** True when something was stored: what `rejectAfterWrite` acts on. */
  readonly wrote?: boolean;
}
