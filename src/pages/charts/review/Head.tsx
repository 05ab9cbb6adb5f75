import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { now } from '@/platform/clock'
import { toast } from '@/platform/notice'
import { saveFile } from '@/platform/saveFile'
import { ReviewStore, type ReviewView } from '@/stores/ReviewStore'
import { useStore } from '@/stores/root'
import { explain } from '@/text/failures'
import { reviewText } from '@/text/review'
import { reviewCsv, reviewFileName } from '@/text/reviewTable'
import styles from './Head.module.scss'

/** A session's review as the page shows it. */
export interface ViewProps {
  readonly view: ReviewView
}

/** Which session it is, when it was counted; counting it anew, and taking it along as a file. */
export const Head = observer(function Head({ view }: ViewProps) {
  const store = useStore(ReviewStore)
  const { session, review } = view
  const { _id: liveId, startedAt, endedAt } = session
  const recount = async () => {
    const refusal = await store.recount(liveId)
    toast(refusal ? explain(refusal) : reviewText.recounted)
  }
  const save = async () => {
    const saved = await saveFile(reviewFileName(view), reviewCsv(view))
    if (saved !== 'left') toast(saved === 'saved' ? reviewText.exported : reviewText.notExported)
  }
  const isOld = endedAt === null || review.countedAt < endedAt
  return (
    <Card id="head">
      <View className={styles.title}>{session.title}</View>
      <View className={styles.note}>{reviewText.ran(startedAt, endedAt, now())}</View>
      <View className={styles.note} id="counted-at">
        {reviewText.countedAt(review.countedAt, now())}
      </View>
      <View className={styles.old}>{isOld ? reviewText.countedWhileLive : ''}</View>
      <View className={styles.ways}>
        <View className={styles.way}>
          <Button
            kind="plain"
            id="recount"
            busy={store.isRecounting(liveId)}
            onTap={() => void recount()}
          >
            {reviewText.recount}
          </Button>
        </View>
        <View className={styles.way}>
          <Button kind="plain" id="save-file" onTap={() => void save()}>
            {reviewText.export}
          </Button>
        </View>
      </View>
    </Card>
  )
})
