import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { toast } from '@/platform/notice'
import { open } from '@/platform/go'
import { canScan, scan } from '@/platform/scan'
import { isCode } from '@/stores/StaffStore'
import { staffText } from '@/text/staff'
import styles from './CodeEntry.module.scss'

/** Digits with the blanks that people put between them; longer texts are no codes anyway. */
const MOST = 20

const digitsOf = (text: string): string => text.replace(/\s/g, '')

/** Where a verification code is scanned or typed; what it stands for opens on a page of its own. */
export function CodeEntry() {
  const [typed, setTyped] = useState('')
  const find = (text: string) => {
    const code = digitsOf(text)
    if (isCode(code)) open('handout', { code })
    else toast(staffText.notCode)
  }
  const scanOne = async () => {
    const text = await scan()
    if (text === undefined) toast(staffText.scanFailed)
    else find(text)
  }
  return (
    <Card title={staffText.verifyTitle}>
      <View className={styles.hint}>{staffText.verifyHint}</View>
      <View className={styles.row}>
        <Input
          id="code"
          className={styles.input}
          type="number"
          maxlength={MOST}
          placeholder={staffText.codePlaceholder}
          onInput={(event) => {
            setTyped(event.detail.value)
          }}
          onConfirm={() => {
            find(typed)
          }}
        />
        <View className={styles.find}>
          <Button
            id="find"
            kind="plain"
            onTap={() => {
              find(typed)
            }}
          >
            {staffText.find}
          </Button>
        </View>
      </View>
      {canScan && (
        <View className={styles.scan}>
          <Button id="scan" onTap={() => void scanOne()}>
            {staffText.scan}
          </Button>
        </View>
      )}
    </Card>
  )
}
