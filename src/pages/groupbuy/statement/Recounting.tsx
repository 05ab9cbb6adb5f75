import { View } from '@tarojs/components'
import type { Statement } from '@domain/groupbuy/settlement'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import type { Recount } from '@/stores/GroupbuyStore'
import { money } from '@/text/money'
import { differenceText, groupbuyText } from '@/text/groupbuy'
import styles from './Recounting.module.scss'

/** Trust is good; adding it up again is better. */
export interface RecountingProps {
  readonly statement: Statement
  readonly rowsRead: number
  readonly recount: Recount
  readonly onRecount: () => void
}

/** Lets the phone add every row up again and says what it found. */
export function Recounting({ statement, rowsRead, recount, onRecount }: RecountingProps) {
  const isCounting = recount.state === 'counting'
  return (
    <Card title={groupbuyText.recountTitle}>
      {recount.state === 'done' ? (
        <Finding statement={statement} differences={recount.differences} />
      ) : (
        <View className={styles.hint}>
          {recount.state === 'interrupted'
            ? groupbuyText.recountInterrupted
            : isCounting
              ? groupbuyText.recounting(rowsRead, statement.sums.orders)
              : groupbuyText.recountHint}
        </View>
      )}
      <View className={styles.action}>
        <Button kind="plain" id="recount" busy={isCounting} onTap={onRecount}>
          {recount.state === 'done' ? groupbuyText.recountAgain : groupbuyText.recountStart}
        </Button>
      </View>
    </Card>
  )
}

interface FindingProps {
  readonly statement: Statement
  readonly differences: Extract<Recount, { state: 'done' }>['differences']
}

function Finding({ statement: { sums }, differences }: FindingProps) {
  if (differences.length === 0) {
    return (
      <View className={styles.agrees} id="agrees">
        <View className={styles.head}>{groupbuyText.recountAgrees}</View>
        <View>{groupbuyText.recountAgreesHint(sums.orders, money(sums.refundFen))}</View>
      </View>
    )
  }
  return (
    <View className={styles.differs} id="differs">
      <View className={styles.head}>{groupbuyText.recountDiffers}</View>
      {differences.map((difference) => (
        <View key={difference.of}>{differenceText(difference)}</View>
      ))}
    </View>
  )
}
