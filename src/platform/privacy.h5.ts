/** A browser hands over nothing by itself, so that there is nothing to agree to beforehand. */
export function hasAgreed(): Promise<boolean> {
  return Promise.resolve(true)
}

/** The guidelines that are filed with WeChat can be read in WeChat only. */
export const hasContract: boolean = false

/** Does nothing in a browser. */
export function openContract(): void {
  return
}
