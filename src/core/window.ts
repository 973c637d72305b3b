/** Half-open interval of instants, epoch milliseconds: `from` is in it, `to` is not. */
export type Window = { readonly from: number; readonly to: number };
