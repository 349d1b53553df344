/** As many characters as a note or the words of a log can have (lib/rpc). Where a field is full, it has to say so. */
export const TEXT_LIMIT = 20_000;
