import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '@/components/Choices'
import { changeText } from '@/text/cockpit'
import styles from './Form.module.scss'

/** Usual reasons, and what is told of the one that is given. */
export interface ReasonFieldProps {
  readonly reasons: readonly string[]
  readonly onReason: (reason: string) => void
}

/** Characters of a reason. */
const MOST = 100

/** Why something is changed: a usual reason by one tap, or one's own words. */
export function ReasonField({ reasons, onReason }: ReasonFieldProps) {
  const [chosen, choose] = useState('')
  return (
    <View>
      <Choices
        id="reason"
        title={changeText.reason}
        choices={reasons.map((name, index) => ({ value: String(index), name }))}
        chosen={chosen}
        onChoose={(value) => {
          choose(value)
          onReason(reasons[Number(value)] ?? '')
        }}
      />
      <Input
        id="other-reason"
        className={styles.input}
        maxlength={MOST}
        placeholder={changeText.otherReason}
        onInput={(event) => {
          choose('')
          onReason(event.detail.value.trim())
        }}
      />
    </View>
  )
}
