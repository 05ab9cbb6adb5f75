/** The sheets that WeChat opens itself, in a browser: the address book, the camera, the money. */
import type { Address } from '../address-book'
import type { Choices } from '../device'
import type { Dialogs } from '../dialogs'

function itemOf(address: Address) {
  const { userName, telNumber, provinceName, cityName, countyName, detailInfo } = address
  const city = cityName === provinceName ? '' : cityName
  return {
    text: `${userName} ${telNumber} ${countyName}`,
    note: `${provinceName}${city}${countyName}${detailInfo}`,
  }
}

/** Asks the person at the browser. A laptop's camera is a field for the text of the code. */
export function sheetChoices(dialogs: () => Dialogs): Choices {
  return {
    address: async (book) => {
      const index = await dialogs().choose('收货地址', book.map(itemOf))
      return index === undefined ? undefined : book[index]
    },
    collect: async ({ amount, remark }) => {
      const sum = (amount / 100).toFixed(2)
      const { confirm } = await dialogs().ask({
        ...{ title: '确认收款', content: `${remark} ¥${sum}（不动真钱）` },
        ...{ confirmText: '确认收款', cancelText: '取消' },
      })
      return confirm
    },
    camera: async () => {
      const { confirm, content } = await dialogs().ask({
        ...{ title: '扫一扫', content: '', placeholder: '输入或粘贴码里的文字' },
        ...{ confirmText: '扫到了', cancelText: '取消' },
      })
      return confirm ? content?.trim() : undefined
    },
  }
}
