import { Input, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useRef } from 'react'
import { hasFailed } from '@domain/failure'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { toast } from '@/platform/notice'
import { GuidesStore, type Accepted } from '@/stores/GuidesStore'
import { useStore, useStores } from '@/stores/root'
import { explain } from '@/text/failures'
import { acceptText } from '@/text/guides'
import styles from './index.module.scss'

/** The code that the address brought, if it did. */
export interface CodeFormProps {
  readonly code: string
  readonly onAccepted: (accepted: Accepted) => void
}

/** Blanks that people put between characters do not count; longer texts are no codes anyway. */
const MOST = 16

/** Where the code of an invitation is typed. */
export const CodeForm = observer(function CodeForm({ code, onAccepted }: CodeFormProps) {
  const guides = useStore(GuidesStore)
  const { attribution, members } = useStores()
  const typed = useRef(code)
  const accept = async () => {
    const wished = typed.current.replace(/\s/g, '')
    if (wished === '') {
      toast(acceptText.missing)
      return
    }
    const accepted = await guides.accept(wished)
    if (hasFailed(accepted)) {
      toast(explain(accepted))
      return
    }
    attribution.joinChain()
    void members.refresh()
    onAccepted(accepted)
  }
  return (
    <Card title={acceptText.title}>
      <View className={styles.hint}>{acceptText.hint}</View>
      <Input
        id="code"
        className={styles.input}
        // The field keeps its own text, or it would lose what is being typed.
        defaultValue={code}
        maxlength={MOST}
        placeholder={acceptText.placeholder}
        onInput={(event) => {
          typed.current = event.detail.value
        }}
        onConfirm={() => void accept()}
      />
      <Button id="accept" busy={guides.accepting} onTap={() => void accept()}>
        {acceptText.accept}
      </Button>
    </Card>
  )
})
