/** Does `act` whenever the page goes to the back. */
export function onLeaving(act: () => void): void {
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) act()
  })
}
