/** Lets the page take the whole of a wide screen: WeChat gives every page all there is. */
export function useWidePage(): void {
  return
}
