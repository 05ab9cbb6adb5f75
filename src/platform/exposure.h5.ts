/** As much of something has to be on the screen for it to be seen. */
const SEEN = 0.5

/**
 * Tells the id of everything with this selector that comes on the screen; what is drawn later has
 * to be asked for anew. Answers how to stop.
 */
export function watchExposure(selector: string, onSeen: (id: string) => void): () => void {
  const observer = new IntersectionObserver(
    (changes) => {
      for (const { isIntersecting, target } of changes) if (isIntersecting) onSeen(target.id)
    },
    { threshold: SEEN },
  )
  for (const element of document.querySelectorAll(selector)) observer.observe(element)
  return () => {
    observer.disconnect()
  }
}
