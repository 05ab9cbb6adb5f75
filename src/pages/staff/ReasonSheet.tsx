import { Textarea, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { Button } from '@/components/Button'
import { Sheet } from '@/components/Sheet'
import { toast } from '@/platform/notice'
import styles from './ReasonSheet.module.scss'

/** What a reason is asked for. */
export interface ReasonSheetProps {
  /** Begins the ids of its field and its button. */
  readonly id: string
  readonly open: boolean
  readonly words: {
    readonly title: string
    readonly hint: string
    readonly placeholder: string
    readonly sure: string
    /** Said when nothing, or too little, was written. */
    readonly missing: string
  }
  readonly least?: number
  readonly most: number
  readonly onClose: () => void
  readonly onSay: (reason: string) => void
  /** What else is to be said. */
  readonly children?: ReactNode
}

/** Asks for the reason of something before it is done: others read it. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { id, open, words, least = 1, most, children, ...does } = props
  const [typed, setTyped] = useState('')
  if (!open) return null
  const say = () => {
    const reason = typed.replace(/\s+/g, ' ').trim()
    if (reason.length < least) toast(words.missing)
    else does.onSay(reason)
  }
  return (
    <Sheet title={words.title} open onClose={does.onClose}>
      <View className={styles.hint}>{words.hint}</View>
      {children}
      <Textarea
        id={`${id}-words`}
        className={styles.words}
        maxlength={most}
        placeholder={words.placeholder}
        onInput={(event) => {
          setTyped(event.detail.value)
        }}
      />
      <Button id={`${id}-now`} onTap={say}>
        {words.sure}
      </Button>
    </Sheet>
  )
}
