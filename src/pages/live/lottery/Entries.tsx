import { Text, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import type { LotteryId } from '@domain/ids'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { LotteryStore } from '@/stores/LotteryStore'
import { useStore } from '@/stores/root'
import { lotteryText } from '@/text/lottery'
import styles from './Entries.module.scss'

/** The sealed list of a lottery. */
export interface EntriesProps {
  readonly lotteryId: LotteryId
  /** How many entries it has. */
  readonly count: number
}

/** Codes that are shown more at each tap; they come from the cloud by the hundreds. */
const CODES = 40

/** The public list of all entries, some more at each tap. */
export const Entries = observer(function Entries({ lotteryId, count }: EntriesProps) {
  const store = useStore(LotteryStore)
  const [shown, setShown] = useState(0)
  const { codes, isWhole } = store.entries(lotteryId)
  const more = async () => {
    if (codes.length < shown + CODES && !isWhole) await store.readMore(lotteryId)
    setShown(shown + CODES)
  }
  return (
    <Card title={lotteryText.entries(count)} id="entries">
      <Text className={styles.codes}>{codes.slice(0, shown).join('\n')}</Text>
      <View>
        {shown < count && (
          <Button kind="plain" id="more" onTap={() => void more()}>
            {shown === 0 ? lotteryText.list : lotteryText.more}
          </Button>
        )}
      </View>
    </Card>
  )
})
