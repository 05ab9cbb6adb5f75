/** What is due when, by id. Small: only what is still to come stands in it. */
export class DueList {
  private readonly instants = new Map<string, number>()

  set(id: string, instant: number | undefined): void {
    if (instant === undefined) this.instants.delete(id)
    else this.instants.set(id, instant)
  }

  clear(): void {
    this.instants.clear()
  }

  /** The earliest instant. */
  next(): number | undefined {
    let earliest: number | undefined
    for (const instant of this.instants.values()) {
      if (earliest === undefined || instant < earliest) earliest = instant
    }
    return earliest
  }

  /** All that is due up to `instant`, earliest first; what is due together keeps its order. */
  upTo(instant: number): string[] {
    return [...this.instants]
      .filter(([, due]) => due <= instant)
      .sort(([, one], [, other]) => one - other)
      .map(([id]) => id)
  }
}
