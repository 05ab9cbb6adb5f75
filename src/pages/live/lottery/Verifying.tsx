import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { LotteryId } from '@domain/ids'
import type { DrawCheck } from '@domain/lottery/check'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { LotteryStore } from '@/stores/LotteryStore'
import { useStore } from '@/stores/root'
import { checkText, lotteryText } from '@/text/lottery'
import styles from './Verifying.module.scss'

/** 验一验: lets this phone draw again from what is published, and says what it found. */
export const Verifying = observer(function Verifying({ lotteryId }: { lotteryId: LotteryId }) {
  const store = useStore(LotteryStore)
  const check = store.check(lotteryId)
  const isReading = check.state === 'reading'
  return (
    <Card title={lotteryText.verify} id="verifying">
      {check.state === 'done' ? (
        <Findings checks={check.checks} />
      ) : (
        <View className={styles.hint}>
          {check.state === 'interrupted'
            ? lotteryText.interrupted
            : isReading
              ? lotteryText.verifying
              : lotteryText.verifyHint}
        </View>
      )}
      <Button
        kind="plain"
        id="verify"
        busy={isReading}
        onTap={() => void store.drawAgain(lotteryId)}
      >
        {check.state === 'done' ? lotteryText.verifyAgain : lotteryText.verify}
      </Button>
    </Card>
  )
})

function Findings({ checks }: { readonly checks: readonly DrawCheck[] }) {
  const holds = checks.every((one) => one.holds)
  return (
    <View
      className={classes(styles.found, holds ? styles.good : styles.bad)}
      id={holds ? 'holds' : 'fails'}
    >
      <View className={styles.whole}>{holds ? lotteryText.verified : lotteryText.unverified}</View>
      {checks.map(({ kind, holds: isSo }) => (
        <View key={kind}>{isSo ? checkText[kind].holds : checkText[kind].fails}</View>
      ))}
    </View>
  )
}
