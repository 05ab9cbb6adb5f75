import { View } from '@tarojs/components'
import { openContract, hasContract } from '@/platform/privacy'
import { privacyText } from '@/text/privacy'
import { Button } from './Button'
import { PrivacyPoints } from './PrivacyPoints'
import { Sheet } from './Sheet'
import styles from './PrivacySheet.module.scss'

/** Whether the sheet is in sight, and what to do when it was answered. */
export interface PrivacySheetProps {
  readonly open: boolean
  readonly onAgree: () => void
  readonly onClose: () => void
}

/**
 * What the shop does with what WeChat is about to hand over; the agreement is given to WeChat by
 * the button itself.
 */
export function PrivacySheet({ open, onAgree, onClose }: PrivacySheetProps) {
  return (
    <Sheet title={privacyText.title} open={open} onClose={onClose}>
      <View className={styles.lead}>{privacyText.lead}</View>
      <PrivacyPoints />
      {hasContract && (
        <Button kind="quiet" id="privacy-contract" onTap={openContract}>
          {privacyText.contract}
        </Button>
      )}
      <View className={styles.answers}>
        <Button kind="plain" id="refuse-privacy" onTap={onClose}>
          {privacyText.refuse}
        </Button>
        <View className={styles.agree}>
          <Button id="agree-privacy" openType="agreePrivacyAuthorization" onHanded={onAgree}>
            {privacyText.agree}
          </Button>
        </View>
      </View>
    </Sheet>
  )
}
