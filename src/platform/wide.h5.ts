import { useEffect } from 'react'
import { useVisible } from './visible'

/**
 * Lets the page take the whole of a wide screen. In a browser the app is a phone in the middle of
 * the window (src/index.html); a page that is worked at on a tablet steps out of it.
 */
export function useWidePage(): void {
  const visible = useVisible()
  useEffect(() => {
    if (!visible) return undefined
    document.body.classList.add('wide')
    return () => {
      document.body.classList.remove('wide')
    }
  }, [visible])
}
