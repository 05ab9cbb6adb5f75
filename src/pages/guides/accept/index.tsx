import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { replace, usePageValues } from '@/platform/go'
import type { Accepted } from '@/stores/GuidesStore'
import { acceptText } from '@/text/guides'
import { CodeForm } from './CodeForm'
import styles from './index.module.scss'

/** 成为导购: by the code that the shop gave, typed or in the address. */
export default function AcceptPage() {
  const { code = '' } = usePageValues()
  const [accepted, setAccepted] = useState<Accepted>()
  return (
    <View className={styles.page}>
      {accepted ? (
        <Welcome accepted={accepted} />
      ) : (
        <CodeForm code={code} onAccepted={setAccepted} />
      )}
    </View>
  )
}

function Welcome({ accepted: { name, kind } }: { readonly accepted: Accepted }) {
  return (
    <Card id="accepted">
      <View className={styles.title}>{acceptText.welcome(name)}</View>
      <View className={styles.fact}>{acceptText.opened(kind)}</View>
      <View className={styles.next}>{acceptText.next}</View>
      <Button
        id="to-desk"
        onTap={() => {
          replace('guideDesk', {})
        }}
      >
        {acceptText.toDesk}
      </Button>
    </Card>
  )
}
