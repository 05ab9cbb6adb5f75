/** A web page needs no connection: it calls the address that it came from. */
export function connect(): void {
  return
}
