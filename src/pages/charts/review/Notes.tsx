import { Textarea, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useRef, useState } from 'react'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { now } from '@/platform/clock'
import { toast } from '@/platform/notice'
import { ReviewStore } from '@/stores/ReviewStore'
import { useStore } from '@/stores/root'
import { explain } from '@/text/failures'
import { reviewText } from '@/text/review'
import { when } from '@/text/when'
import type { ViewProps } from './Head'
import styles from './Notes.module.scss'

/** Characters of a note. */
const MOST = 200

/** What is to be done better next time: writing it down, and what was written. */
export const Notes = observer(function Notes({ view: { session, notes } }: ViewProps) {
  const store = useStore(ReviewStore)
  const typed = useRef('')
  // A field is emptied by putting another one in its place.
  const [written, setWritten] = useState(0)
  const { _id: liveId } = session
  const note = async () => {
    const words = typed.current.replace(/\s+/g, ' ').trim()
    if (words === '') {
      toast(reviewText.noteMissing)
      return
    }
    const refusal = await store.note(liveId, words)
    toast(refusal ? explain(refusal) : reviewText.noted)
    if (refusal) return
    typed.current = ''
    setWritten(written + 1)
  }
  return (
    <Card title={reviewText.notes} id="notes">
      <Textarea
        key={written}
        id="note-words"
        className={styles.field}
        maxlength={MOST}
        placeholder={reviewText.notePlaceholder}
        onInput={(event) => {
          typed.current = event.detail.value
        }}
      />
      <Button kind="plain" id="note" busy={store.isNoting(liveId)} onTap={() => void note()}>
        {reviewText.note}
      </Button>
      <View className={styles.none}>{notes.length === 0 ? reviewText.noNotes : ''}</View>
      {notes.map(({ words, at }) => (
        <View key={at} className={styles.note}>
          <View>{words}</View>
          <View className={styles.at}>{when(at, now())}</View>
        </View>
      ))}
    </Card>
  )
})
