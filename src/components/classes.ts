/**
 * Joins class names, leaving out those that do not apply. Every byte of them goes to the view
 * layer.
 */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
