import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** Whether the page is on screen: nothing ticks or asks while it is not. */
export function useVisible(): boolean {
  const [shown, setShown] = useState(true)
  const [tabShown, setTabShown] = useState(!document.hidden)
  useDidShow(() => {
    setShown(true)
  })
  useDidHide(() => {
    setShown(false)
  })
  useEffect(() => {
    const look = () => {
      setTabShown(!document.hidden)
    }
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return shown && tabShown
}
