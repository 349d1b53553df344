/** True in the local build only: replaced while building. */
declare const __TOUCHLINE_LOCAL__: boolean;
