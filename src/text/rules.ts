/** One rule of a deal: what it is about, and what holds. */
export interface RuleText {
  readonly title: string
  readonly body: string
}
