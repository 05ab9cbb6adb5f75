import { Textarea, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Sheet } from '@/components/Sheet'
import { toast } from '@/platform/notice'
import { staffText } from '@/text/staff'
import styles from './RefusalSheet.module.scss'

/** Where the reason of a refusal is written. */
export interface RefusalSheetProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onRefuse: (words: string) => void
}

const MOST = 200

/** Asks for the reason of a refusal: the shopper reads it. */
export function RefusalSheet({ open, onClose, onRefuse }: RefusalSheetProps) {
  const [words, setWords] = useState('')
  if (!open) return null
  const refuse = () => {
    const said = words.replace(/\s+/g, ' ').trim()
    if (said === '') toast(staffText.refuseNeeds)
    else onRefuse(said)
  }
  return (
    <Sheet title={staffText.refuseTitle} open onClose={onClose}>
      <View className={styles.hint}>{staffText.refuseHint}</View>
      <Textarea
        id="refuse-words"
        className={styles.words}
        maxlength={MOST}
        placeholder={staffText.refusePlaceholder}
        onInput={(event) => {
          setWords(event.detail.value)
        }}
      />
      <Button id="refuse-now" onTap={refuse}>
        {staffText.refuseNow}
      </Button>
    </Sheet>
  )
}
