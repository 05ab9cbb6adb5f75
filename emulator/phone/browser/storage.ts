/** The phone's storage in a browser: kept per person, so that a reload finds it again. */

/** A map that writes itself into localStorage after every change. */
export class KeptStorage extends Map<string, string> {
  constructor(private readonly place: string) {
    super()
    const kept = JSON.parse(localStorage.getItem(place) ?? '{}') as Record<string, string>
    for (const [key, value] of Object.entries(kept)) super.set(key, value)
  }

  override set(key: string, value: string): this {
    super.set(key, value)
    this.keep()
    return this
  }

  override delete(key: string): boolean {
    const had = super.delete(key)
    this.keep()
    return had
  }

  override clear(): void {
    super.clear()
    this.keep()
  }

  private keep(): void {
    localStorage.setItem(this.place, JSON.stringify(Object.fromEntries(this)))
  }
}
