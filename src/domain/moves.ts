/** A life cycle as a table: for each status, which event leads to which status. */
export type Moves<Status extends string, Event extends string> = {
  readonly [From in Status]: { readonly [On in Event]?: Status }
}

/** Every status that can be reached from `start`, `start` included. */
export function reachable<Status extends string, Event extends string>(
  moves: Moves<Status, Event>,
  start: Status,
): Set<Status> {
  const seen = new Set<Status>([start])
  for (const status of seen) {
    for (const next of Object.values<Status | undefined>(moves[status])) if (next) seen.add(next)
  }
  return seen
}
