/** One line of JSON an event: the cloud's log search finds them by field. */
export function log(event: string, fields: Readonly<Record<string, unknown>> = {}): void {
  // eslint-disable-next-line no-console -- a cloud function's console is its log
  console.log(JSON.stringify({ event, ...fields }))
}

/** What an error says of itself, for the log. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
