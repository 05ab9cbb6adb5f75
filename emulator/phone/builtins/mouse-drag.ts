/** A laptop has no finger: its mouse drags what a finger would push. */

/** A mouse that moves less than this has tapped. */
const slackPx = 5

/** Lets a mouse drag what is inside `element`; what it lets go of is no tap. */
export function dragByMouse(element: HTMLElement): void {
  element.addEventListener('mousedown', (down) => {
    const { scrollLeft, scrollTop } = element
    let isDragging = false
    const move = (event: MouseEvent) => {
      const [across, along] = [event.clientX - down.clientX, event.clientY - down.clientY]
      if (Math.abs(across) + Math.abs(along) > slackPx) isDragging = true
      if (!isDragging) return
      element.classList.add('phone-dragged')
      element.scrollTo(scrollLeft - across, scrollTop - along)
    }
    const release = () => {
      window.removeEventListener('mousemove', move)
      element.classList.remove('phone-dragged')
      if (isDragging) swallowClick(element)
    }
    window.addEventListener('mousemove', move)
    window.addEventListener('mouseup', release, { once: true })
  })
}

/** The click that a browser sends after the mouse is let go. */
function swallowClick(element: HTMLElement): void {
  const swallow = (event: Event) => {
    event.stopPropagation()
  }
  element.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => {
    element.removeEventListener('click', swallow, { capture: true })
  }, 0)
}
