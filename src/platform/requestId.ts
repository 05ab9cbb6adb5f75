/**
 * A new id for a new wish; the same wish, sent again, carries the same one. It only has to differ
 * from this member's other wishes and is no secret, hence `Math.random`: mini-programs have no
 * synchronous `crypto`.
 */
export function newRequestId(): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const dice = Math.floor(Math.random() * 16)
    return (place === 'x' ? dice : (dice % 4) + 8).toString(16)
  })
}
