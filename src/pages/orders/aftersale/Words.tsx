import { Textarea } from '@tarojs/components'
import { useState } from 'react'
import { useStores } from '@/stores/root'
import { afterSaleText } from '@/text/aftersale'
import styles from './Words.module.scss'

/** Characters that the request takes. */
const MOST = 200

/**
 * What happened, in the shopper's words. The field keeps its own text: one whose value is set anew
 * at every re-rendering loses what is being typed in WeChat.
 */
export function Words() {
  const { afterSale } = useStores()
  const [begun] = useState(() => afterSale.words)
  return (
    <Textarea
      id="words"
      className={styles.words}
      defaultValue={begun}
      maxlength={MOST}
      placeholder={afterSaleText.wordsPlaceholder}
      onInput={(event) => {
        // The request takes one line.
        afterSale.setWords(event.detail.value.replace(/\s+/g, ' '))
      }}
    />
  )
}
