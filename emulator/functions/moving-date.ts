/**
 * Makes `Date` follow the cloud's clock. Timers and `performance` stay real, as in a cloud whose
 * clock is right.
 */

/** Replaces the global `Date` of this thread by one whose "now" is `now()`. */
export function moveDate(now: () => number): void {
  const RealDate = Date
  const MovedDate = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget: NewableFunction) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new RealDate(now()).toString(),
  })
  RealDate.now = now
  // `new Date().constructor === Date` stays true.
  RealDate.prototype.constructor = MovedDate
  globalThis.Date = MovedDate
}
