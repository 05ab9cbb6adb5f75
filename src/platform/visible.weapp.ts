import { useDidHide, useDidShow } from '@tarojs/taro'
import { useState } from 'react'

/** Whether the page is on screen: nothing ticks or asks while it is not. */
export function useVisible(): boolean {
  const [visible, setVisible] = useState(true)
  useDidShow(() => {
    setVisible(true)
  })
  useDidHide(() => {
    setVisible(false)
  })
  return visible
}
