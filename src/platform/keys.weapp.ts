/** WeChat has no keyboard to reach things by. */
export function listenToKeys(): void {
  return
}
